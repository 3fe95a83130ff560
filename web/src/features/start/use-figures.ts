import { useTranslation } from 'react-i18next';
import type { Workspace } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';

type Figures = Readonly<Record<'data' | 'customers' | 'patterns' | 'profile' | 'accounts', string | null>>;

/** What each step has come to, in a few words; null where nothing was done yet. */
export function useFigures({ snapshot, rows, sources, patterns, profile, scored }: Workspace): Figures {
  const { t } = useTranslation('start');
  const format = useFormat();
  const counted = (key: string, count: number) => t(`figures.${key}`, { count, shown: format.number(count) });
  const data = [
    ...(rows.accounts > 0 ? [counted('accounts', rows.accounts)] : []),
    ...(rows.deals > 0 ? [counted('deals', rows.deals)] : []),
    counted('sources', sources),
  ];
  const tiers =
    scored === null
      ? null
      : Object.fromEntries(Object.entries(scored.tiers).map(([tier, count]) => [tier, format.number(count)]));
  return {
    data: snapshot === null ? null : data.join(' · '),
    customers: rows.customers === 0 ? null : counted('customers', rows.customers),
    patterns:
      patterns === null
        ? null
        : `${counted('supported', patterns.supported)} · ${counted('suggestive', patterns.suggestive)}`,
    profile:
      profile === null
        ? null
        : [
            t('figures.version', { name: profile.name, version: profile.version }),
            profile.published ? t('figures.published') : t('figures.draft'),
            profile.status === 'supported' ? t('figures.statusSupported') : t('figures.hypothesis'),
          ].join(' · '),
    accounts:
      tiers === null
        ? null
        : [
            t('figures.tiers', tiers),
            ...(scored?.scored === 'customers' ? [t('figures.backCheck')] : []),
          ].join(' · '),
  };
}
