import {
  and,
  antiJoin,
  call,
  caseWhen,
  column,
  countWhere,
  date,
  eq,
  integer,
  isNotNull,
  isNull,
  le,
  leftJoin,
  named,
  nullOf,
  type SqlExpr,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  text,
  union,
  when,
} from '../../base/sql/index.ts';
import { aliased } from './join-tables.ts';
import { columnsNamed, columnsOfField } from './plan-columns.ts';
import type { Absence, AbsenceReport, PartField } from './types.ts';

/** Column that names what a source lists. */
const LISTED = 'listed_id';

/** What is listed without an ending, by which deals, and what that means. */
export interface AbsentDeals {
  /** The deals of all sources; `outcome`, `created_on` and `closed_on` are among the fields. */
  readonly deals: SqlRelation;
  readonly fields: readonly PartField[];
  /** Ids of the listed deals or accounts as `listed_id`, each once. */
  readonly listed: SqlRelation;
  readonly absence: Absence | null;
  /** Days are counted up to this one; null when no deal is dated. */
  readonly until: string | null;
}

const [created, outcome] = [column('created_on', 'd'), column('outcome', 'd')];

/** Ids of the deals or accounts that a part lists, each once; accounts under the ids they have in the workspace. */
export function listedQuery(
  part: SqlRelation,
  table: AbsenceReport['table'],
  match: SqlRelation | null,
): SqlSelect {
  const key = table === 'deals' ? 'deal_id' : 'account_id';
  const own = column(key, 'p');
  const rows = aliased(part, [key], 'p');
  if (match === null) return select({ columns: [named(own, LISTED)], distinct: true, from: rows });
  const id = call('coalesce', column('account_id', 'm'), own);
  const from = leftJoin(rows, aliased(match, ['own', 'account_id'], 'm'), eq(own, column('own', 'm')));
  return select({ columns: [named(id, LISTED)], distinct: true, from });
}

/** The deals with the ending that the meaning gives to those listed without one. */
export function endAbsentDeals(absent: AbsentDeals): SqlSelect {
  const open = and([isNull(outcome), isNotNull(column(LISTED, 'l'))]);
  const meant = meaning(absent);
  const given: Readonly<Record<string, SqlExpr>> = {
    outcome: caseWhen([when(open, meant)], outcome),
    closed_on: caseWhen([when(and([open, isLost(meant)]), lostOn(absent))], column('closed_on', 'd')),
  };
  const names = absent.fields.flatMap((field) => columnsOfField(field).map(({ name }) => name));
  return select({
    columns: names.map((name) => named(given[name] ?? column(name, 'd'), name)),
    from: withListed(absent),
  });
}

/** How many deals are listed, of how many the outcome is known, and what the others are taken for: one row. */
export function countAbsentDeals(absent: AbsentDeals): SqlSelect {
  const isListed = isNotNull(column(LISTED, 'l'));
  const without = and([isListed, isNull(outcome)]);
  const meant = meaning(absent);
  return select({
    columns: [
      named(countWhere(isListed), 'listed'),
      named(countWhere(and([isListed, isNotNull(outcome)])), 'known'),
      named(countWhere(and([without, eq(meant, text('lost'))])), 'lost'),
      named(countWhere(and([without, eq(meant, text('open'))])), 'open'),
    ],
    from: withListed(absent),
  });
}

/** The listed accounts without any deal. */
export function accountsWithoutDeal({ deals, listed }: Pick<AbsentDeals, 'deals' | 'listed'>): SqlSelect {
  return select({
    columns: [column(LISTED, 'l')],
    from: antiJoin(
      aliased(listed, [LISTED], 'l'),
      aliased(deals, ['account_id'], 'd'),
      eq(column(LISTED, 'l'), column('account_id', 'd')),
    ),
  });
}

/** The deals, and a lost one for every listed account that has none. */
export function withLostAccounts(absent: AbsentDeals): SqlSelect {
  const columns = absent.fields.flatMap(columnsOfField);
  const given: Readonly<Record<string, SqlExpr>> = {
    deal_id: call('concat', text('no-deal-'), column(LISTED)),
    account_id: column(LISTED),
    outcome: text('lost'),
  };
  const made = select({
    columns: columns.map(({ name, type }) => named(given[name] ?? nullOf(type), name)),
    from: subquery(accountsWithoutDeal(absent), 'without'),
  });
  const names = columnsNamed(columns.map(({ name }) => name));
  const rows = union([select({ columns: names, from: absent.deals }), made]);
  return select({ columns: names, from: subquery(rows, 'all_deals') });
}

/** Won deals by the days between their creation and their closing. */
export function daysToWinQuery(deals: SqlRelation): SqlSelect {
  const days = call('daysBetween', column('closed_on', 'd'), created);
  return select({
    columns: [named(days, 'days'), named(countWhere(isNotNull(days)), 'wins')],
    from: aliased(deals, ['created_on', 'closed_on', 'outcome'], 'd'),
    where: and([eq(outcome, text('won')), isNotNull(days)]),
    groupBy: [days],
  });
}

function withListed({ deals, listed, fields }: AbsentDeals): SqlRelation {
  const names = fields.flatMap((field) => columnsOfField(field).map(({ name }) => name));
  return leftJoin(
    aliased(deals, names, 'd'),
    aliased(listed, [LISTED], 'l'),
    eq(column('deal_id', 'd'), column(LISTED, 'l')),
  );
}

function meaning({ absence, until }: AbsentDeals): SqlExpr {
  if (absence === null) return nullOf('text');
  if (absence.kind !== 'lost-after') return text(absence.kind);
  if (until === null) return nullOf('text');
  const passed = le(call('addDays', created, integer(absence.days)), date(until));
  return caseWhen([when(passed, text('lost')), when(isNotNull(created), text('open'))]);
}

function isLost(meant: SqlExpr): SqlExpr {
  return eq(meant, text('lost'));
}

function lostOn({ absence }: AbsentDeals): SqlExpr {
  const own = column('closed_on', 'd');
  if (absence?.kind !== 'lost-after') return own;
  return call('coalesce', own, call('addDays', created, integer(absence.days)));
}
