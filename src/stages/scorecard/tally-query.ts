import {
  and,
  type ConditionSources,
  column,
  count,
  eq,
  type NamedExpr,
  named,
  type SqlSelect,
  select,
  subquery,
  sum,
  text,
} from '../../base/sql/index.ts';
import { scoreLines } from './score-lines.ts';
import { tierColumns } from './score-query.ts';
import { scoreSums } from './score-sums.ts';
import { timingClassOf, timingPoints } from './score-timing.ts';
import type { Card } from './types.ts';

/**
 * Counts how all accounts stand, in one row: `accounts`, `A`, `B`, `C`, `D`, `disqualified`, `outside`, `needs_data`,
 * `call_today`. Accounts are grouped by their packed sums first, so that tiers are worked out once per combination.
 */
export function tallyQuery(card: Card, sources: ConditionSources): SqlSelect {
  const { query, sums } = scoreLines(card, sources, { accountColumns: [], codes: 'none', days: false });
  const packed = sums.columns.map(({ as }) => column(as));
  const pointed = select({
    columns: [...packed, named(timingPoints(card, sums), 'timing_points')],
    from: subquery(query, 'l'),
  });
  const keys: readonly NamedExpr[] = [
    ...packed.map((of) => named(of, of.name)),
    ...(card.timing.length === 0 ? [] : [named(timingClassOf(card), 'timing')]),
  ];
  const grouped = select({
    columns: [...keys, named(count(), 'n')],
    from: subquery(pointed, 'p'),
    groupBy: keys.map(({ expr }) => expr),
  });
  const timing = card.timing.length === 0 ? text('unknown') : column('timing');
  const summed = select({
    columns: [...scoreSums(card, sums), named(timing, 'timing'), column('n')],
    from: subquery(grouped, 'g'),
  });
  const tiered = select({
    columns: [column('standing'), ...tierColumns(card), column('timing'), column('n')],
    from: subquery(summed, 's'),
  });
  return select({ columns: counts(), from: subquery(tiered, 't') });
}

function counts(): readonly NamedExpr[] {
  const where = (filter: Parameters<typeof and>[0], as: string) =>
    named(sum(column('n'), { filter: and(filter) }), as);
  const is = (name: string, value: string) => eq(column(name), text(value));
  return [
    named(sum(column('n')), 'accounts'),
    ...(['A', 'B', 'C', 'D'] as const).map((tier) => where([is('tier', tier)], tier)),
    where([is('standing', 'disqualified')], 'disqualified'),
    where([is('standing', 'outside-market')], 'outside'),
    where([column('needs_data')], 'needs_data'),
    where([is('tier', 'A'), is('timing', 'hot')], 'call_today'),
  ];
}
