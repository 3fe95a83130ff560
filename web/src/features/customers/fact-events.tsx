import { useTranslation } from 'react-i18next';
import type { Customer } from '../../api/generated/types.gen.ts';
import { useFormat, useSpeech } from '../../shared/i18n/index.ts';
import { eventWords } from '../../shared/words/index.ts';
import { FactList } from './fact-list.tsx';

/** Its deals, tools, signals and people, newest first. */
export function FactEvents({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const speech = useSpeech();
  const day = (iso: string | null) => (iso === null ? '' : format.day(iso));
  const { deals, tools, signals, people } = customer;
  return (
    <>
      <FactList
        title={t('facts.deals')}
        total={deals.total}
        rows={deals.shown.map(({ dealId, outcome, stage, amount, currency, closedOn, createdOn }) => ({
          what: [
            t(`outcome.${outcome ?? 'open'}`, { defaultValue: outcome ?? stage ?? '' }),
            amount === null ? null : format.money(amount, currency),
          ],
          more: dealId,
          on: day(closedOn ?? createdOn),
        }))}
      />
      <FactList
        title={t('facts.tools')}
        total={tools.total}
        rows={tools.shown.map(({ technology, category, firstSeen, source }) => ({
          what: [technology ?? category],
          more: technology === null ? source : (category ?? source),
          on: firstSeen === null ? '' : t('facts.seen', { day: day(firstSeen) }),
        }))}
      />
      <FactList
        title={t('facts.signals')}
        total={signals.total}
        rows={signals.shown.map(({ kind, about, observedOn, source }) => ({
          what: [eventWords(speech, { kind, about })],
          more: source,
          on: day(observedOn),
        }))}
      />
      <FactList
        title={t('facts.people')}
        total={people.total}
        rows={people.shown.map(({ name, title, role }) => ({
          what: [name ?? title],
          more: name === null ? role : title,
          on: role === null ? '' : role,
        }))}
      />
    </>
  );
}
