import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ValueSensitivity } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import panel from './panel.module.css';

interface SensitivityProps {
  readonly sensitivity: ValueSensitivity | null;
  readonly best: number | null;
  readonly onOpen: (id: string) => void;
}

/** How much of the top third rests on the weights: in many reweightings, and with each component dropped. */
export function SensitivityPanel({ sensitivity, best, onOpen }: SensitivityProps) {
  const { t } = useTranslation('customers');
  const format = useFormat();
  if (best === null) return null;
  if (sensitivity === null) return <Skeleton height={190} radius="lg" />;
  const { overlap, draws, core, changes } = sensitivity;
  const dropped = changes
    .filter(({ change }) => change === 'dropped')
    .toSorted((one, other) => one.overlap - other.overlap);
  const enters = dropped[0]?.enter ?? [];
  return (
    <section className={panel.panel}>
      <div className={panel.head}>
        <h2 className={panel.title}>{t('sensitivity.title')}</h2>
        <span className={panel.figure}>{format.share(overlap)}</span>
      </div>
      <p className={panel.text}>
        {t('sensitivity.text', {
          draws: format.number(draws),
          core: format.number(core),
          best: format.number(best),
        })}
      </p>
      {dropped.length === 0 ? null : <h3 className={panel.enters}>{t('sensitivity.without')}</h3>}
      {dropped.map(({ component, overlap: stays }) => (
        <div key={component} className={panel.row}>
          <span>{t(`component.${component}`)}</span>
          <span>{t('sensitivity.stays', { share: format.share(stays) })}</span>
        </div>
      ))}
      {enters.length === 0 ? null : (
        <p className={panel.note}>
          {t('sensitivity.wouldEnter', { component: t(`component.${dropped[0]!.component}`) })}{' '}
          {enters.slice(0, 3).map(({ accountId, name }, i) => (
            <span key={accountId}>
              {i === 0 ? '' : ', '}
              <button type="button" className={panel.name} onClick={() => onOpen(accountId)}>
                {name ?? accountId}
              </button>
            </span>
          ))}
          {enters.length > 3 ? ` ${t('sensitivity.andMore', { count: enters.length - 3 })}` : '.'}
        </p>
      )}
    </section>
  );
}
