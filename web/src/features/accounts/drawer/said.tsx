import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/i18n/index.ts';
import classes from './drawer.module.css';
import type { SheetProps } from './sheet-props.ts';

/** What people said of the account; it stands beside the figures. */
export function Said({ account: { judgements } }: SheetProps) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  return (
    <ul className={classes.rows}>
      {judgements.map(({ id, kind, reason, team, saidBy, saidOn }) => (
        <li key={id} className={classes.row}>
          <span>
            {t(`judgement.${kind}`, { defaultValue: kind })}: {reason}
            <span className={classes.small}>
              {saidBy} ({team}), {format.day(saidOn)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
