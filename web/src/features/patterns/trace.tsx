import { useTranslation } from 'react-i18next';
import type { KeptDiscovery } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { Term } from '../../shared/ui/index.ts';
import { type Speech, toldWords } from '../../shared/words/index.ts';
import { CohortChart } from './cohort-chart.tsx';
import classes from './patterns.module.css';

/** How it was found, so that anybody can judge and repeat it. */
export function Trace({ discovery, speech }: { readonly discovery: KeptDiscovery; readonly speech: Speech }) {
  const { t } = useTranslation('patterns');
  const format = useFormat();
  const { search, snapshot, asOf, at, warnings, cohorts, last, unit } = discovery;
  return (
    <footer className={classes.trace}>
      {warnings.length === 0 ? null : (
        <ul>
          {warnings.map((warning) => (
            <li key={warning}>{toldWords(speech, warning)}</li>
          ))}
        </ul>
      )}
      <CohortChart cohorts={cohorts} />
      <p>
        {t('trace.method', {
          space: format.number(search.space),
          fields: format.number(search.fields),
          combinations: format.number(search.combinations),
        })}{' '}
        <Term name="permutation">
          {t('trace.permutations', { count: search.permutations, shown: format.number(search.permutations) })}
        </Term>
        . {t('trace.intervals')} {t(`trace.unit.${unit}`)}
        {last === null ? '' : ` ${t('trace.last', { n: format.number(last) })}`}
      </p>
      <p className="tabular">
        {t('trace.asOf', { day: format.day(asOf), at: format.moment(at) })} ·{' '}
        <Term name="snapshot">{t('trace.snapshot', { id: snapshot })}</Term> ·{' '}
        <Term name="seed">{t('trace.seed', { seed: String(search.seed) })}</Term>
      </p>
    </footer>
  );
}
