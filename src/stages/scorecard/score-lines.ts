import {
  type ColumnExpr,
  type ConditionSources,
  column,
  compileConditions,
  named,
  nullOf,
  type SqlSelect,
  select,
} from '../../base/sql/index.ts';
import type { Card } from './types.ts';

/** The parts of a card whose lines are asked of an account. */
export type CardPart = 'market' | 'fit' | 'anti' | 'timing';

const parts: readonly CardPart[] = ['market', 'fit', 'anti', 'timing'];

/**
 * The account columns asked for, one three-valued column per line, and per timing line the date of its newest
 * event: each table is read once.
 */
export function scoreLines(
  card: Card,
  sources: ConditionSources,
  accountColumns: readonly string[],
): SqlSelect {
  const conditions = parts.flatMap((part) => card[part].map((line) => line.condition));
  const { from, truths, latest } = compileConditions(conditions, sources);
  const columns = parts.flatMap((part) => truthColumns(card, part));
  const firstTiming = conditions.length - card.timing.length;
  return select({
    columns: [
      ...accountColumns.map((name) => column(name)),
      ...columns.map(({ name }, i) => named(truths[i]!, name)),
      ...newestColumns(card).map(({ name }, i) => named(latest[firstTiming + i] ?? nullOf('date'), name)),
    ],
    from,
  });
}

/** The columns of `scoreLines` that hold the outcomes of one part. */
export function truthColumns(card: Card, part: CardPart): readonly ColumnExpr[] {
  return card[part].map((_, i) => column(`${part}_${i}`));
}

/** The columns of `scoreLines` that hold the day of each timing line's newest event. */
export function newestColumns(card: Card): readonly ColumnExpr[] {
  return card.timing.map((_, i) => column(`newest_${i}`));
}
