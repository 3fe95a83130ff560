import { shiftDate } from '../../base/expr/index.ts';
import {
  and,
  antiJoin,
  column,
  date,
  eq,
  ge,
  gt,
  integer,
  isNotNull,
  isNull,
  le,
  min,
  named,
  or,
  type SqlExpr,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  text,
  union,
} from '../../base/sql/index.ts';
import type { Exclusion } from './types.ts';

/** Days after a lost deal during which its account is left alone. */
export const lostRestDays = 90;

/** Order in which an account's reason is named when several hold. */
export const exclusions: readonly Exclusion[] = ['customers', 'open-deals', 'recently-lost'];

/**
 * The tables that say who is no prospect, with `started_on`, `ended_on` and `created_on`, `closed_on`, `outcome`; null
 * when nothing was imported. They are read as of the day asked about: what came later has not happened.
 */
export interface ExclusionTables {
  readonly customers: SqlRelation | null;
  readonly deals: SqlRelation | null;
}

/** The day that customers and deals are looked at, and the groups that stay on the list. */
export interface ExclusionOptions {
  readonly asOf: string;
  /** Groups to keep on the list all the same. */
  readonly include: readonly Exclusion[];
}

/**
 * Accounts that are left out of the list, one row each: `account_id`, `reason` (index into `exclusions`).
 * Null when no table could leave anyone out.
 */
export function excludedAccounts(tables: ExclusionTables, options: ExclusionOptions): SqlSelect | null {
  const parts = exclusions
    .filter((reason) => !options.include.includes(reason))
    .flatMap((reason) => partOf(reason, tables, options.asOf) ?? []);
  if (parts.length === 0) return null;
  return select({
    columns: [column('account_id'), named(min(column('reason')), 'reason')],
    from: subquery(union(parts), 'x'),
    groupBy: [column('account_id')],
  });
}

/** The accounts that stay: `accounts` without those of `excludedAccounts`. */
export function prospectAccounts(accounts: SqlSelect, excluded: SqlSelect | null): SqlSelect {
  if (excluded === null) return accounts;
  const same = eq(column('account_id', 'p'), column('account_id', 'e'));
  return select({
    columns: accounts.columns.map(({ as }) => named(column(as, 'p'), as)),
    from: antiJoin(subquery(accounts, 'p'), subquery(excluded, 'e'), same),
  });
}

function partOf(reason: Exclusion, tables: ExclusionTables, asOf: string): SqlSelect | null {
  const from = reason === 'customers' ? tables.customers : tables.deals;
  if (from === null) return null;
  return select({
    columns: [column('account_id'), named(integer(exclusions.indexOf(reason)), 'reason')],
    from,
    where: and([isNotNull(column('account_id')), conditionOf(reason, asOf)]),
  });
}

function conditionOf(reason: Exclusion, asOf: string): SqlExpr {
  switch (reason) {
    case 'customers':
      return and([isOrUnknown(le, 'started_on', asOf), isOrUnknown(gt, 'ended_on', asOf)]);
    case 'open-deals':
      return and([isOrUnknown(le, 'created_on', asOf), or([isOpen, gt(column('closed_on'), date(asOf))])]);
    case 'recently-lost': {
      const since = shiftDate(asOf, { count: lostRestDays, unit: 'days' }, -1);
      const closed = column('closed_on');
      return and([eq(column('outcome'), text('lost')), ge(closed, date(since)), le(closed, date(asOf))]);
    }
  }
}

const isOpen = eq(column('outcome'), text('open'));

/** A date that is not known does not speak against it. */
function isOrUnknown(compare: typeof le, name: string, asOf: string): SqlExpr {
  return or([isNull(column(name)), compare(column(name), date(asOf))]);
}
