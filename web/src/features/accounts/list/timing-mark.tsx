import { useTranslation } from 'react-i18next';
import classes from './marks.module.css';

/** The timing of an account: its class as a dot and a word. */
export function TimingMark({ timing }: { readonly timing: 'hot' | 'warm' | 'cold' | 'unknown' }) {
  const { t } = useTranslation('accounts');
  return (
    <span className={classes.timing}>
      <span className={classes.dot} data-timing={timing} aria-hidden="true" />
      {t(`timing.${timing}`)}
    </span>
  );
}
