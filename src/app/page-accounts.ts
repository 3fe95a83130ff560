import {
  and,
  column,
  count,
  gt,
  integer,
  isIn,
  le,
  named,
  type Row,
  type SqlRelation,
  select,
} from '../base/sql/index.ts';
import { type AccountRow, accountRow } from '../stages/list/index.ts';
import { type AccountFilters, filterExpr, noFilters } from './account-filters.ts';
import { type AccountOrder, orderTerms } from './account-order.ts';
import { type CurrentScores, storedScores } from './list-accounts.ts';
import { scoredColumns } from './read-scored.ts';
import { remembered } from './remembered.ts';
import type { ScoreRequest } from './score-accounts.ts';
import type { Workspace } from './workspace.ts';

/** Which accounts to show, in which order, and which part of them. */
export interface PageRequest extends ScoreRequest {
  readonly filters: AccountFilters;
  readonly order: AccountOrder;
  readonly offset: number;
  readonly limit: number;
}

/** A part of the list, or that the accounts were not scored with this page, these data and this day. */
export type PageResult =
  | { readonly kind: 'not-scored' }
  | {
      readonly kind: 'page';
      /** The scoring that the list comes from. */
      readonly run: number;
      readonly offset: number;
      /** Accounts that fit the filters, of which `accounts` is a part. */
      readonly matching: number;
      readonly accounts: readonly AccountRow[];
    };

/** Accounts of the stored list by any filter and order, from any place on; nothing is scored. */
export async function pageAccounts(workspace: Workspace, request: PageRequest): Promise<PageResult> {
  const scores = await storedScores(workspace, request);
  if (scores === null) return { kind: 'not-scored' };
  const { card, chances, result } = scores;
  const rows = isQueue(request)
    ? await queueRows(workspace, scores, request)
    : await foundRows(workspace, scores, request);
  const matching = await countMatching(workspace, scores, request.filters);
  const accounts = rows.map((row) => accountRow(card, row, chances));
  return { kind: 'page', run: result.run, offset: request.offset, matching, accounts };
}

/** How many accounts of the stored list fit the filters. */
function countMatching(
  workspace: Workspace,
  { relation, result }: CurrentScores,
  filters: AccountFilters,
): Promise<number> {
  return remembered(workspace, { of: 'matching', key: [result.run, filters], most: 100 }, async () => {
    const [row] = await workspace.engine.rows(
      select({ columns: [named(count(), 'n')], from: relation, where: filterExpr(filters) }),
    );
    return Number(row?.n ?? 0);
  });
}

/** The whole queue in its own order is numbered by rank: a page of it is a range of ranks, and nothing else is read. */
function isQueue({ filters, order }: PageRequest): boolean {
  const plain = JSON.stringify({ ...filters, standings: [] }) === JSON.stringify(noFilters);
  const scored = filters.standings.length === 1 && filters.standings[0] === 'scored';
  return plain && scored && order.by === 'rank' && order.direction === 'asc';
}

/** The accounts of a range of ranks. */
function queueRows({ engine }: Workspace, { relation }: CurrentScores, { offset, limit }: PageRequest) {
  const rank = column('rank');
  return engine.rows(
    select({
      columns: scoredColumns.map((name) => column(name)),
      from: relation,
      where: and([gt(rank, integer(offset)), le(rank, integer(offset + limit))]),
      orderBy: orderTerms({ by: 'rank', direction: 'asc' }),
    }),
  );
}

/** Down to this place the engine keeps only the first rows as it reads; further down all would be sorted for every page. */
const mostFirst = 1_000;

/** The accounts of a page of any other list. */
async function foundRows(
  workspace: Workspace,
  scores: CurrentScores,
  request: PageRequest,
): Promise<readonly Row[]> {
  const { filters, order, offset, limit } = request;
  const columns = scoredColumns.map((name) => column(name));
  if (offset + limit <= mostFirst)
    return workspace.engine.rows(
      select({
        columns,
        from: scores.relation,
        where: filterExpr(filters),
        orderBy: orderTerms(order),
        limit,
        offset,
      }),
    );
  const places = await sortedPlaces(workspace, scores, { filters, order });
  const wanted = [...places.subarray(offset, offset + limit)];
  if (wanted.length === 0) return [];
  const rows = await workspace.engine.rows(
    select({
      columns: [...columns, column('place')],
      from: numbered(scores.relation),
      where: isIn(column('place'), wanted),
    }),
  );
  const byPlace = new Map(rows.map((row) => [Number(row.place), row]));
  return wanted.map((place) => byPlace.get(place)!);
}

/** Lists that stay sorted in memory: four bytes an account each. */
const mostSorted = 4;

/** The places in the stored table of the accounts that fit, in their order: sorted once, so that any page of it is a slice. */
function sortedPlaces(
  workspace: Workspace,
  { relation, result }: CurrentScores,
  { filters, order }: Pick<PageRequest, 'filters' | 'order'>,
): Promise<Uint32Array> {
  const memory = { of: 'sorted places', key: [result.run, filters, order], most: mostSorted };
  return remembered(workspace, memory, async () => {
    const query = select({
      columns: [column('place')],
      from: numbered(relation),
      where: filterExpr(filters),
      orderBy: orderTerms(order),
    });
    const places: number[] = [];
    for await (const rows of workspace.engine.stream(query))
      for (const row of rows) places.push(Number(row.place));
    return Uint32Array.from(places);
  });
}

function numbered(relation: SqlRelation): SqlRelation {
  return relation.kind === 'parquet' ? { ...relation, rowNumber: 'place' } : relation;
}
