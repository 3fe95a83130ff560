import { useTranslation } from 'react-i18next';
import type { PageFinding } from '../../../api/generated/types.gen.ts';
import { Term } from '../../../shared/ui/index.ts';
import type { PageWords } from '../model/use-words.ts';
import classes from './beside.module.css';

/** What a good page has and this one lacks, gravest first, each with what to do. */
export function LintList({
  findings,
  words,
}: {
  readonly findings: readonly PageFinding[];
  readonly words: PageWords;
}) {
  const { t } = useTranslation(['profile', 'lint']);
  return (
    <section aria-live="polite">
      <h2 className={classes.heading}>
        <Term name="lint">{t('lint.title')}</Term>
        <span>{findings.length}</span>
      </h2>
      {findings.length === 0 ? <p className={classes.quiet}>{t('lint.none')}</p> : null}
      <ul className={classes.list}>
        {findings.map((finding) => {
          const { message, remedy } = words.finding(finding);
          const { code, path, severity } = finding;
          return (
            <li key={`${code} ${path} ${message}`} className={classes.finding} data-severity={severity}>
              <span className="visually-hidden">{t(`lint:severity.${severity}`)}: </span>
              <p>{message}</p>
              <p className={classes.remedy}>{remedy}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
