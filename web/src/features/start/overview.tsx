import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Workspace } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { ButtonLink, PageHead } from '../../shared/ui/index.ts';
import { nextStep } from './next-step.ts';
import classes from './overview.module.css';
import { useFigures } from './use-figures.ts';

const steps = ['data', 'customers', 'patterns', 'profile', 'accounts'] as const;

/** Where the work stands, step by step, and what comes next. */
export function Overview({ workspace }: { readonly workspace: Workspace }) {
  const { t } = useTranslation(['start', 'common']);
  const format = useFormat();
  const figures = useFigures(workspace);
  const { key, to } = nextStep(workspace);
  const count = key === 'nextAccounts' ? (workspace.scored?.callToday ?? 0) : workspace.rows.customers;
  const words = { count, shown: format.number(count) };
  return (
    <>
      <PageHead title={workspace.name} />
      <section className={classes.next}>
        <div>
          <p className={classes.label}>{t('overview.next')}</p>
          <h2 className={classes.title}>{t(`overview.${key}.title`, words)}</h2>
          <p className={classes.text}>{t(`overview.${key}.text`, words)}</p>
        </div>
        <ButtonLink size="md" to={to}>
          {t('overview.go')}
        </ButtonLink>
      </section>
      <ol className={classes.steps}>
        {steps.map((step) => (
          <li key={step}>
            <Link to={`/${step}`} className={classes.step}>
              <span className={classes.name}>{t(`common:nav.${step}`)}</span>
              <span className={classes.figure}>{figures[step] ?? t('figures.none')}</span>
            </Link>
          </li>
        ))}
      </ol>
    </>
  );
}
