import { useTranslation } from 'react-i18next';
import type { KeptDiscovery } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { Term } from '../../shared/ui/index.ts';
import classes from './patterns.module.css';

/** Above this the quarters differ more than chance explains (one-sided 5%). */
const stands = 1.645;

/** The share of best by the quarter of the start: whether time alone says who is best. */
export function CohortChart({ cohorts }: Pick<KeptDiscovery, 'cohorts'>) {
  const { t } = useTranslation('patterns');
  const format = useFormat();
  if (cohorts === null) return null;
  const { quarters, z } = cohorts;
  const width = 100 / quarters.length;
  return (
    <details className={classes.cohorts}>
      <summary>{t(z >= stands ? 'cohort.differs' : 'cohort.alike')}</summary>
      <p className={classes.text}>
        <Term name="cohort">{t('cohort.title')}</Term>
      </p>
      <svg width="100%" height="64" role="img" aria-label={t('cohort.title')}>
        {quarters.map(({ quarter, best, of }, place) => {
          const height = 52 * (best / Math.max(1, of));
          return (
            <g key={quarter}>
              <title>
                {t('cohort.quarter', { quarter, best, of, share: format.share(best / Math.max(1, of)) })}
              </title>
              <rect
                x={`${place * width}%`}
                width={`${0.86 * width}%`}
                y="0"
                height="52"
                className={classes.track}
              />
              <rect
                x={`${place * width}%`}
                width={`${0.86 * width}%`}
                y={52 - height}
                height={height}
                className={classes.bar}
              />
            </g>
          );
        })}
      </svg>
      <p className={classes.ends}>
        <span>{quarters[0]?.quarter}</span>
        <span>{quarters.at(-1)?.quarter}</span>
      </p>
    </details>
  );
}
