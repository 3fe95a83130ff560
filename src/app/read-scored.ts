import {
  and,
  asc,
  column,
  count,
  eq,
  gt,
  integer,
  isIn,
  isNotNull,
  le,
  named,
  type Row,
  type SqlExpr,
  type SqlRelation,
  select,
  text,
} from '../base/sql/index.ts';
import { codeColumns, listedColumns } from '../stages/list/index.ts';
import type { Workspace } from './workspace.ts';

/** Columns of the stored list that reading needs. */
export const scoredColumns = [
  ...listedColumns,
  'standing',
  'fit',
  'fit_min',
  'fit_max',
  'tier',
  'needs_data',
  'timing',
  'timing_points',
  'play',
  'best_contact',
  'rank',
  ...codeColumns,
] as const;

/** Which accounts of a scored table to read, in its order. */
export interface ReadScoredOptions {
  readonly limit: number | null;
  readonly offset: number;
  /** Only accounts in the queue, without those disqualified or outside the market. */
  readonly ranked: boolean;
  readonly tiers?: readonly string[];
  readonly plays?: readonly string[];
  readonly owner?: string | null;
}

/** Rows of the stored list in the order of the queue. */
export function readScored(
  workspace: Workspace,
  relation: SqlRelation,
  options: ReadScoredOptions,
): Promise<readonly Row[]> {
  const page = pageOf(options);
  return workspace.engine.rows(
    select({
      columns: scoredColumns.map((name) => column(name)),
      from: relation,
      where: and(page ?? filtersOf(options)),
      orderBy: [asc(column('rank')), asc(column('account_id'))],
      limit: options.limit,
      offset: page === null ? options.offset : null,
    }),
  );
}

/** The whole queue is numbered by rank: a page of it is a range of ranks, of which the engine reads nothing else. */
function pageOf(options: ReadScoredOptions): readonly SqlExpr[] | null {
  const { limit, offset, ranked } = options;
  const rank = column('rank');
  if (!ranked || limit === null || filtersOf(options).length > 1) return null;
  return [gt(rank, integer(offset)), le(rank, integer(offset + limit))];
}

/** How many rows of the stored list `readScored` would give from first to last. */
export async function countScored(
  workspace: Workspace,
  relation: SqlRelation,
  options: ReadScoredOptions,
): Promise<number> {
  const [row] = await workspace.engine.rows(
    select({ columns: [named(count(), 'n')], from: relation, where: and(filtersOf(options)) }),
  );
  return Number(row?.n ?? 0);
}

function filtersOf({ ranked, tiers, plays, owner }: ReadScoredOptions): readonly SqlExpr[] {
  return [
    ...(ranked ? [isNotNull(column('rank'))] : []),
    ...(tiers === undefined || tiers.length === 0 ? [] : [isIn(column('tier'), tiers)]),
    ...(plays === undefined || plays.length === 0 ? [] : [isIn(column('play'), plays)]),
    ...(owner === undefined || owner === null ? [] : [eq(column('owner'), text(owner))]),
  ];
}
