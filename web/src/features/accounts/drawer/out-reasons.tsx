import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/i18n/index.ts';
import classes from './drawer.module.css';
import type { SheetProps } from './sheet-props.ts';

/** Why the account is not in the queue: out of the market, disqualified, or ours already. */
export function OutReasons({ account, lines }: SheetProps) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const { score, sum, leftOut, customer } = account;
  const failed = sum.market.filter(({ outcome }) => outcome === 'no').map(({ line }) => lines.label(line));
  const reasons = [
    ...new Set(sum.anti.filter(({ outcome }) => outcome === 'yes').map(({ because }) => because)),
  ];
  const notes = [
    ...(score.standing === 'outside-market' ? [t('outsideMarket', { lines: failed.join('; ') })] : []),
    ...(score.standing === 'disqualified' ? [t('disqualified', { reasons: reasons.join('; ') })] : []),
    ...(leftOut === null ? [] : [t(`leftOut.${leftOut}`)]),
    ...(customer === null
      ? []
      : [
          t(customer.best ? 'drawer.bestCustomer' : 'drawer.customer', {
            since: customer.since === null ? '?' : format.day(customer.since),
            rank: customer.rank ?? '–',
            of: customer.of,
          }),
        ]),
  ];
  if (notes.length === 0) return null;
  return (
    <div className={classes.notes}>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}
