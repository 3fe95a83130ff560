import {
  and,
  call,
  column,
  date,
  eq,
  ge,
  leftJoin,
  lt,
  named,
  type SqlExpr,
  type SqlRelation,
  select,
  subquery,
} from '../../base/sql/index.ts';

const LAST_DAY = '9999-12-31';
/** Digits behind the mark of a converted sum. */
export const RATE_DIGITS = 4;

/** What a conversion needs besides the rows. */
export interface Conversion {
  /** `currency`, `day`, `until` and `rate` (see `RateTable`). */
  readonly rates: SqlRelation;
  readonly base: string;
  /** The day of the data, for rows that have none. */
  readonly day: string;
}

/** Rows with the rate of a currency on a day beside them, as `rate_value` and `rate_day`; null where none is known. */
export function withRates(
  rows: SqlRelation,
  { rates, day }: Conversion,
  {
    alias,
    code,
    days,
  }: { readonly alias: string; readonly code: SqlExpr; readonly days: readonly SqlExpr[] },
): SqlRelation {
  const columns = [
    named(column('currency'), 'rate_currency'),
    named(column('day'), 'rate_day'),
    named(column('until'), 'rate_until'),
    named(column('rate'), 'rate_value'),
  ];
  const right = subquery(select({ columns, from: rates }), alias);
  const on = call('coalesce', ...days, date(day));
  const until = call('coalesce', column('rate_until', alias), date(LAST_DAY));
  const valid = and([
    eq(code, column('rate_currency', alias)),
    ge(on, column('rate_day', alias)),
    lt(on, until),
  ]);
  return leftJoin(rows, right, valid);
}
