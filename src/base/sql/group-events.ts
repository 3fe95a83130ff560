import { aggregate, max } from './aggregates.ts';
import { add } from './arithmetic.ts';
import { call } from './calls.ts';
import { column, named } from './columns.ts';
import { eq, gt } from './comparisons.ts';
import { integer, nullOf } from './literals.ts';
import { caseWhen, or, when } from './logic.ts';
import { select, union } from './queries.ts';
import { leftJoin, subquery } from './relations.ts';
import type { NamedExpr, SqlExpr, SqlRelation, SqlSelect } from './types.ts';

/** The tables of many rows per account of which conditions ask whether any row matches; null where there is none. */
export interface EventSources {
  readonly technologies: SqlRelation | null;
  readonly signals: SqlRelation | null;
  readonly coverage: SqlRelation | null;
}

/** Those tables, read once each and joined to the accounts in one pass. */
export interface GroupedEvents {
  readonly has: (table: keyof EventSources) => boolean;
  /** True for an account with a row that matches; false or unknown for the others. */
  readonly any: (table: keyof EventSources, filter: SqlExpr) => SqlExpr;
  /** Day of the account's newest signal that matches; null without one. */
  readonly newest: (filter: SqlExpr) => SqlExpr;
  /** Accounts with what was asked beside them; unchanged when nothing was asked. */
  readonly joinTo: (accounts: SqlRelation) => SqlRelation;
}

/** One question: a bit of a mask, or the newest day. */
interface Ask {
  readonly table: keyof EventSources;
  readonly filter: SqlExpr;
}

/** Bits in one mask: what a whole number holds in JSON, too. */
const maskBits = 52;
const id = '__events_id';

/**
 * Collects what conditions ask of the events. Every row that matches anything becomes a mask of what it matches; one
 * GROUP BY over the rows of all tables then gives each account one mask, so that accounts are joined once only.
 */
export function groupEvents(sources: EventSources): GroupedEvents {
  const bits: Ask[] = [];
  const days: Ask[] = [];
  const place = (asks: Ask[], ask: Ask) => {
    const key = JSON.stringify(ask);
    const found = asks.findIndex((other) => JSON.stringify(other) === key);
    return found < 0 ? asks.push(ask) - 1 : found;
  };
  return {
    has: (table) => sources[table] !== null,
    any: (table, filter) => {
      const at = place(bits, { table, filter });
      return gt(call('bitAnd', column(maskName(at)), integer(bitOf(at))), integer(0));
    },
    newest: (filter) => column(dayName(place(days, { table: 'signals', filter }))),
    joinTo: (accounts) => {
      const rows = (['technologies', 'signals', 'coverage'] as const).flatMap(
        (table) => matchingRows(sources[table], table, { bits, days }) ?? [],
      );
      if (rows.length === 0) return accounts;
      const events = subquery(byAccount(rows), '__events');
      return leftJoin(accounts, events, eq(column('account_id'), column(id)));
    },
  };
}

function maskName(at: number): string {
  return `__mask_${Math.floor(at / maskBits) + 1}`;
}

function bitOf(at: number): number {
  return 2 ** (at % maskBits);
}

function dayName(at: number): string {
  return `__newest_${at + 1}`;
}

interface Asks {
  readonly bits: readonly Ask[];
  readonly days: readonly Ask[];
}

/** The rows of one table that anything was asked of, with their masks and days. */
function matchingRows(
  from: SqlRelation | null,
  table: keyof EventSources,
  { bits, days }: Asks,
): SqlSelect | null {
  const asked = [...bits, ...days].filter((ask) => ask.table === table);
  if (from === null || asked.length === 0) return null;
  const masks = new Map<string, SqlExpr>();
  bits.forEach((ask, at) => {
    const name = maskName(at);
    const sum = masks.get(name) ?? integer(0);
    const bit = caseWhen([when(ask.filter, integer(bitOf(at)))], integer(0));
    masks.set(name, ask.table === table ? add(sum, bit) : sum);
  });
  const newest = days.map((ask, at): NamedExpr => {
    const day = ask.table === table ? caseWhen([when(ask.filter, column('observed_on'))]) : nullOf('date');
    return named(day, dayName(at));
  });
  return select({
    columns: [column('account_id'), ...[...masks].map(([name, mask]) => named(mask, name)), ...newest],
    from,
    where: or(asked.map(({ filter }) => filter)),
  });
}

function byAccount(rows: readonly SqlSelect[]): SqlSelect {
  const [first] = rows;
  const columns = (first?.columns ?? []).slice(1).map(({ as }) => as);
  const over = (name: string) =>
    name.startsWith('__mask') ? aggregate('bitOr', [column(name)]) : max(column(name));
  return select({
    columns: [named(column('account_id'), id), ...columns.map((name) => named(over(name), name))],
    from: subquery(union(rows), '__matching'),
    groupBy: [column('account_id')],
  });
}
