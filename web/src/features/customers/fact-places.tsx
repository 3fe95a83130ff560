import { useTranslation } from 'react-i18next';
import type { Customer } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import bars from './bars.module.css';
import classes from './facts.module.css';
import { useRawWords } from './use-raw-words.ts';

/** Its place in each component of value that counts. */
export function FactPlaces({ customer: { places, best, value } }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const words = useRawWords();
  const shown = places.filter(({ counts, raw }) => counts || raw !== null);
  return (
    <section>
      <h3 className={classes.title}>
        {t('facts.value')}
        {value === null ? null : <span className={classes.figure}>{format.number(100 * value, 0)}</span>}
      </h3>
      <dl className={classes.places}>
        {shown.map(({ component, raw, percentile, weight, counts }) => (
          <div key={component}>
            <dt>{t(`component.${component}`)}</dt>
            <dd>{raw === null ? t('ranking.unknown') : words(component, raw)}</dd>
            <dd className={classes.bar}>
              {percentile === null ? null : (
                <svg width="100%" height="8" aria-hidden="true" data-best={best}>
                  <rect width="100%" height="8" rx="2" className={bars.track} />
                  <rect width={`${100 * percentile}%`} height="8" rx="2" className={bars.part} />
                </svg>
              )}
            </dd>
            <dd className={classes.weight}>
              {counts
                ? t('facts.percentile', {
                    percentile: percentile === null ? '–' : format.share(percentile),
                    weight: format.number(weight, 1),
                  })
                : t('facts.notCounted')}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
