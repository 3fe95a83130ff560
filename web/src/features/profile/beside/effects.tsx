import { useTranslation } from 'react-i18next';
import type { CheckedPage } from '../../../api/generated/types.gen.ts';
import { useFormat } from '../../../shared/i18n/index.ts';
import classes from './beside.module.css';

/** What the edit does: accounts per tier before and after, and what it costs in ranking held out. */
export function Effects({ checked }: { readonly checked: CheckedPage | null }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const counts = checked?.counts ?? null;
  const before = counts?.before ?? null;
  const heldOut = checked?.heldOut ?? null;
  return (
    <section aria-live="polite">
      <h2 className={classes.heading}>{t('effects.title')}</h2>
      {checked === null ? <p className={classes.quiet}>{t('effects.counting')}</p> : null}
      {checked !== null && counts === null ? (
        <p className={classes.quiet}>{t('effects.noAccounts')}</p>
      ) : null}
      {counts === null || before === null ? null : (
        <table className={classes.table}>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{t('effects.tier')}</th>
              <th scope="col">{t('effects.before')}</th>
              <th scope="col">{t('effects.after')}</th>
            </tr>
          </thead>
          <tbody>
            {(['A', 'B', 'C', 'D'] as const).map((tier) => (
              <Row key={tier} name={tier} before={before.tiers[tier]} after={counts.after.tiers[tier]} />
            ))}
            <Row
              name={t('effects.disqualified')}
              before={before.disqualified}
              after={counts.after.disqualified}
            />
            <Row
              name={t('effects.outside')}
              before={before.outsideMarket}
              after={counts.after.outsideMarket}
            />
            <Row name={t('effects.callToday')} before={before.callToday} after={counts.after.callToday} />
          </tbody>
        </table>
      )}
      {heldOut === null || heldOut.before.auc === null || heldOut.after.auc === null ? null : (
        <p className={classes.quiet}>
          {t('effects.heldOut', {
            before: format.number(heldOut.before.auc, 3),
            after: format.number(heldOut.after.auc, 3),
          })}
        </p>
      )}
    </section>
  );
}

function Row({
  name,
  before,
  after,
}: {
  readonly name: string;
  readonly before: number;
  readonly after: number;
}) {
  const format = useFormat();
  const change = after - before;
  const sign = change > 0 ? '+' : '−';
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{format.number(after)}</td>
      <td className={change === 0 ? undefined : change > 0 ? classes.up : classes.down}>
        {change === 0 ? '' : `${sign}${format.number(Math.abs(change))}`}
      </td>
    </tr>
  );
}
