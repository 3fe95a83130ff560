import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../shared/ui/index.ts';
import classes from './back-check.module.css';

/** A page without fit lines ranks nobody: it says so, and where points come from. */
export function NoLines() {
  const { t } = useTranslation('accounts');
  return (
    <section className={classes.sheet} aria-label={t('noLines.title')}>
      <p className={classes.text}>
        <strong>{t('noLines.title')}</strong> {t('noLines.text')}
      </p>
      <div className={classes.ways}>
        <ButtonLink to="/patterns" size="compact-sm">
          {t('noLines.patterns')}
        </ButtonLink>
        <ButtonLink to="/profile" size="compact-sm" variant="default">
          {t('noLines.profile')}
        </ButtonLink>
      </div>
    </section>
  );
}
