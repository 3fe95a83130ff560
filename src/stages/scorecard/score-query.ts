import {
  and,
  type ConditionSources,
  caseWhen,
  column,
  eq,
  ge,
  type NamedExpr,
  named,
  ne,
  number,
  type SqlExpr,
  type SqlSelect,
  select,
  subquery,
  text,
  when,
} from '../../base/sql/index.ts';
import { scoreLines } from './score-lines.ts';
import { scoreSums } from './score-sums.ts';
import { strongestSignal, strongestWorth, timingClassOf, timingPoints } from './score-timing.ts';
import type { Card } from './types.ts';

const codes = ['fit_code', 'anti_code', 'market_code', 'timing_code'] as const;

/**
 * Scores every account of `sources.accounts` in the engine, one row each: the SQL twin of `scoreRecord`.
 *
 * Columns: the account columns asked for, `standing`, `fit`, `fit_min`, `fit_max`, `tier`, `needs_data`, `timing`,
 * `timing_points`, `timing_line` (index of the strongest signal) and `timing_on`, and the outcome codes that reasons
 * are decoded from on reading: `fit_code`, `anti_code`, `market_code`, `timing_code` (see `encodeOutcomes`).
 */
export function scoreQuery(
  card: Card,
  sources: ConditionSources,
  accountColumns: readonly string[],
): SqlSelect {
  const { query, sums } = scoreLines(card, sources, { accountColumns, codes: 'all', days: true });
  const kept = accountColumns.map((name) => column(name));
  const worths = card.timing.flatMap((_, i) => [column(`worth_${i}`), column(`newest_${i}`)]);
  const summed = select({
    columns: [
      ...kept,
      ...scoreSums(card, sums),
      named(timingPoints(card, sums), 'timing_points'),
      named(strongestWorth(card), 'strongest'),
      ...worths,
      ...codes.map((code) => named(sums.read(code), code)),
    ],
    from: subquery(query, 'l'),
  });
  return select({
    columns: [
      ...kept,
      ...['standing', 'fit', 'fit_min', 'fit_max'].map((name) => column(name)),
      ...tierColumns(card),
      named(timingClassOf(card), 'timing'),
      column('timing_points'),
      ...strongestSignal(card),
      ...codes.map((code) => column(code)),
    ],
    from: subquery(summed, 's'),
  });
}

/** `tier` and `needs_data`, from the columns of `scoreSums`. */
export function tierColumns(card: Card): readonly NamedExpr[] {
  const scored = eq(column('standing'), text('scored'));
  const [least, most] = [tierExpr(column('fit_min'), card), tierExpr(column('fit_max'), card)];
  return [
    named(caseWhen([when(scored, tierExpr(column('fit'), card))]), 'tier'),
    named(and([scored, ne(least, most)]), 'needs_data'),
  ];
}

/** See `tierOf`. */
export function tierExpr(fit: SqlExpr, { tiers }: Pick<Card, 'tiers'>): SqlExpr {
  const from = (least: number, name: string) => when(ge(fit, number(least)), text(name));
  return caseWhen([from(tiers.A, 'A'), from(tiers.B, 'B'), from(tiers.C, 'C')], text('D'));
}
