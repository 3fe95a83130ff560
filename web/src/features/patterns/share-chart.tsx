import { useTranslation } from 'react-i18next';
import type { KeptDiscovery } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { type Speech, valueWords } from '../../shared/words/index.ts';
import classes from './pattern.module.css';

interface ShareProps {
  readonly shares: KeptDiscovery['shares'][number];
  readonly speech: Speech;
}

const mostShown = 12;

/** The share of best of each value of the field, each with its 90% interval. */
export function ShareChart({ shares: { field, values, unknown }, speech }: ShareProps) {
  const { t } = useTranslation('patterns');
  const format = useFormat();
  return (
    <section>
      <h3 className={classes.title}>{t('shares.title', { field: speech.labelOf(field) })}</h3>
      <ul className={classes.values}>
        {values.slice(0, mostShown).map(({ value, best, of, interval, verdict, direction }) => {
          const share = best / Math.max(1, of);
          const words = t('shares.of', { share: format.share(share), best, of });
          return (
            <li key={value}>
              <span className={classes.value}>{valueWords(speech, field, [value]).join('')}</span>
              <svg
                height="20"
                width="100%"
                role="img"
                aria-label={words}
                data-direction={direction}
                data-verdict={verdict}
              >
                <line x1="0" x2="100%" y1="50%" y2="50%" className={classes.axis} />
                <line
                  x1={`${100 * interval[0]}%`}
                  x2={`${100 * interval[1]}%`}
                  y1="50%"
                  y2="50%"
                  className={classes.interval}
                />
                <circle cx={`${100 * share}%`} cy="50%" r="4.5" className={classes.dot} />
              </svg>
              <span className={classes.number}>{words}</span>
            </li>
          );
        })}
      </ul>
      <p className={classes.small}>
        {t('shares.method')}{' '}
        {unknown === null ? '' : t('shares.unknown', { best: unknown.best, of: unknown.of })}
      </p>
    </section>
  );
}
