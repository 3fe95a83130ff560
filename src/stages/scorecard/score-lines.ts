import {
  type ConditionSources,
  caseWhen,
  chooseBy,
  column,
  compileConditions,
  integer,
  type NamedExpr,
  named,
  not,
  nullOf,
  number,
  type Outcome,
  or,
  type SqlExpr,
  type SqlSelect,
  select,
  when,
} from '../../base/sql/index.ts';
import { packedLines } from './packed-lines.ts';
import { type PackedSums, packSums } from './packed-sums.ts';
import { worthToday } from './score-timing.ts';
import type { Card } from './types.ts';

/** What to keep of each account beside the sums over its lines. */
export interface KeptColumns {
  readonly accountColumns: readonly string[];
  /** The outcomes of these lines: all, from which reasons are decoded, or those of the fit alone. */
  readonly codes: 'all' | 'fit' | 'none';
  /** The day of each timing line's newest event. */
  readonly days: boolean;
}

/** One row per account: packed sums over the lines, and what each timing line is worth today. */
export interface ScoredLines {
  readonly query: SqlSelect;
  readonly sums: PackedSums;
}

/** Asks every line of every account: each table is read once, and each line decided once. A card may have none. */
export function scoreLines(card: Card, sources: ConditionSources, kept: KeptColumns): ScoredLines {
  const parts = [card.market, card.fit, card.anti, card.timing];
  const conditions = parts.flatMap((part) => part.map((line) => line.condition));
  const { from, truths, outcomes, latest } = compileConditions(conditions, sources);
  const sums = packSums(packedLines(card, outcomes, kept.codes));
  const first = conditions.length - card.timing.length;
  const newest = card.timing.map((_, i) => latest[first + i] ?? nullOf('date'));
  const worth = (of: Outcome, i: number): SqlExpr =>
    chooseBy(of, (truth) => (truth === true ? worthToday(card, i, newest[i]!) : number(0)));
  const columns: readonly NamedExpr[] = [
    ...kept.accountColumns.map((name) => named(column(name), name)),
    ...(kept.codes === 'all' ? sums.columns : askedInside(sums.columns, truths.slice(0, card.market.length))),
    ...outcomes.slice(first).map((of, i) => named(worth(of, i), `worth_${i}`)),
    ...(kept.days ? newest.map((day, i) => named(day, `newest_${i}`)) : []),
  ];
  const some = columns.length > 0 ? columns : [named(integer(0), 'no_line')];
  return { query: select({ columns: some, from }), sums };
}

/**
 * Of an account outside the market no more is asked than that: its first packed column holds 1, which is `out` (market
 * lines are packed first, from the lowest bit), the others nothing.
 */
export function askedInside(columns: readonly NamedExpr[], market: readonly SqlExpr[]): readonly NamedExpr[] {
  if (market.length === 0) return columns;
  const outside = or(market.map(not));
  return columns.map(({ expr, as }, i) =>
    named(caseWhen([when(outside, integer(i === 0 ? 1 : 0))], expr), as),
  );
}
