import {
  add,
  and,
  type ConditionSources,
  caseWhen,
  column,
  eq,
  ge,
  named,
  ne,
  number,
  type SelectParts,
  type SqlExpr,
  type SqlSelect,
  select,
  subquery,
  text,
  when,
} from '../../base/sql/index.ts';
import { scoreLines } from './score-lines.ts';
import { scoreSums } from './score-sums.ts';
import { timingColumns, timingSums } from './score-timing.ts';
import type { Card } from './types.ts';

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
  const kept = accountColumns.map((name) => column(name));
  const lines = scoreLines(card, sources, accountColumns);
  const sums = select({
    columns: [...kept, ...scoreSums(card), ...timingSums(card)],
    from: subquery(lines, 'l'),
  });
  return select({
    columns: [
      ...kept,
      ...fitColumns(card),
      ...timingColumns(card),
      ...['fit_code', 'anti_code', 'market_code', 'timing_code'].map((name) => column(name)),
    ],
    from: subquery(sums, 's'),
  });
}

function fitColumns(card: Card): SelectParts['columns'] {
  const fit = column('fit');
  const fitMin = add(fit, column('below'));
  const fitMax = add(fit, column('above'));
  const scored = eq(column('standing'), text('scored'));
  return [
    column('standing'),
    fit,
    named(fitMin, 'fit_min'),
    named(fitMax, 'fit_max'),
    named(caseWhen([when(scored, tierExpr(fit, card))]), 'tier'),
    named(and([scored, ne(tierExpr(fitMin, card), tierExpr(fitMax, card))]), 'needs_data'),
  ];
}

/** See `tierOf`. */
function tierExpr(fit: SqlExpr, { tiers }: Card): SqlExpr {
  const from = (least: number, name: string) => when(ge(fit, number(least)), text(name));
  return caseWhen([from(tiers.A, 'A'), from(tiers.B, 'B'), from(tiers.C, 'C')], text('D'));
}
