import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/i18n/index.ts';
import { signed } from '../words/row-words.ts';
import classes from './drawer.module.css';
import type { SheetProps } from './sheet-props.ts';

/** Whom to call and why now: the two things a seller reads. */
export function CallNow({ account, list, lines }: SheetProps) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const strongest = account.sum.timing
    .filter(({ points, newest }) => points > 0 && newest !== null)
    .toSorted((a, b) => b.points - a.points)[0];
  const place = list.lines.timing.findIndex(({ id }) => id === strongest?.line);
  return (
    <dl className={classes.call}>
      <div>
        <dt>{t('drawer.whom')}</dt>
        <dd>{account.bestContact ?? t('drawer.nobody')}</dd>
      </div>
      <div>
        <dt>{t('drawer.whyNow')}</dt>
        <dd>
          {strongest === undefined ? (
            t('drawer.noReason')
          ) : (
            <>
              {lines.event(place)} {whenOf(strongest)}{' '}
              <span className={classes.soft}>{signed(strongest.points, format)}</span>
            </>
          )}
        </dd>
      </div>
    </dl>
  );

  function whenOf({ newest, after, daysAgo }: NonNullable<typeof strongest>): string {
    if (after !== null && newest !== null)
      return t('between', { from: format.day(after), to: format.day(newest) });
    return t('daysAgo', { count: daysAgo ?? 0 });
  }
}
