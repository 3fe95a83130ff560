import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/i18n/index.ts';
import classes from './drawer.module.css';
import type { SheetProps } from './sheet-props.ts';

/** What each signal is worth today, and until when the timing stays what it is. */
export function TimingSum({ account, list, lines }: SheetProps) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const { sum, score, outlook } = account;
  if (list.lines.timing.length === 0) return <p className={classes.text}>{t('drawer.noSignals')}</p>;
  return (
    <>
      <ul className={classes.rows}>
        {sum.timing.map(({ line, outcome, arithmetic, points, newest }) => (
          <li key={line} className={classes.row} data-outcome={outcome}>
            <span>
              {lines.label(line)}
              {newest === null ? null : <span className={classes.small}>{format.day(newest)}</span>}
            </span>
            <span className={classes.figure}>
              {arithmetic === null ? (
                t(outcome === 'unknown' ? 'drawer.notKnown' : 'drawer.noneFound')
              ) : (
                <span title={t('drawer.halved')}>
                  {arithmetic.slice(0, arithmetic.lastIndexOf('=')).replace('x', '×')} ={' '}
                  {format.number(points, 3)}
                </span>
              )}
            </span>
          </li>
        ))}
        <li className={`${classes.row} ${classes.sumRow}`}>
          <span>{t(`timing.${score.timing}`)}</span>
          <span className={classes.figure}>
            {score.timingPoints === null ? '–' : format.number(score.timingPoints, 3)}
          </span>
        </li>
      </ul>
      {outlook.map(({ on, to }) => (
        <p key={to} className={classes.text}>
          {t('drawer.falls', { day: format.day(on), to: t(`timing.${to}`) })}
        </p>
      ))}
    </>
  );
}
