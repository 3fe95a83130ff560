import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../shared/api/index.ts';
import { Logo } from '../shared/ui/index.ts';
import { JobIndicator } from './job-indicator.tsx';
import classes from './navigation.module.css';
import { Preferences } from './preferences.tsx';
import { StepIcon } from './step-icon.tsx';

const steps = ['data', 'connections', 'customers', 'patterns', 'profile', 'accounts'] as const;

/** The way through the work, in its order; what is done already is ticked. */
export function Navigation() {
  const { t } = useTranslation('common');
  const workspace = useWorkspace();
  const isDone = {
    data: workspace.snapshot !== null,
    connections: false,
    customers: workspace.rows.customers > 0,
    patterns: workspace.patterns !== null,
    profile: workspace.profile !== null,
    accounts: workspace.profile !== null && workspace.rows.accounts > workspace.rows.customers,
  };
  return (
    <header className={`${classes.bar} no-print`}>
      <Link to="/" className={classes.home} aria-label={t('home', { name: workspace.name })}>
        <Logo />
        <span className={classes.name}>{workspace.name}</span>
      </Link>
      <nav aria-label={t('navigation')} className={classes.steps}>
        {steps.map((step) => (
          <Link key={step} to={`/${step}`} className={classes.step} activeProps={{ 'data-active': true }}>
            <StepIcon step={step} />
            <span className={classes.label}>{t(`nav.${step}`)}</span>
            {isDone[step] ? <span className="visually-hidden">{t('done')}</span> : null}
          </Link>
        ))}
      </nav>
      <div className={classes.end}>
        <JobIndicator />
        <Preferences />
      </div>
    </header>
  );
}
