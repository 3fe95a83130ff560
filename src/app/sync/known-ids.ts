import { and, asc, call, column, eq, gt, named, or, parquet, select, text } from '../../base/sql/index.ts';
import type { ReadRequest } from '../../edges/connectors/index.ts';
import type { TableRef } from '../../stages/dataset/index.ts';
import type { Workspace } from '../workspace.ts';

/** So many ids are fetched at once, for every look goes through the whole mirror. */
const AT_ONCE = 50_000;

/** Ids of a mirror in its order: shorter ones first, so that numbers stand in their order. */
export function knownIds(workspace: Workspace, mirror: TableRef | null): ReadRequest['known'] {
  let ahead: readonly string[] = [];
  let last: string | null = null;
  return async (after, limit) => {
    if (mirror === null) return [];
    if (after === null || after !== last || ahead.length < limit)
      ahead = await fetchIds(workspace, { mirror, after, limit: Math.max(limit, AT_ONCE) });
    const given = ahead.slice(0, limit);
    ahead = ahead.slice(limit);
    last = given.at(-1) ?? after;
    return given;
  };
}

interface IdRequest {
  readonly mirror: TableRef;
  readonly after: string | null;
  readonly limit: number;
}

async function fetchIds(
  { engine, store }: Workspace,
  { mirror, after, limit }: IdRequest,
): Promise<readonly string[]> {
  const id = column('id');
  const length = call('length', id);
  const reached = call('length', text(after ?? ''));
  const later = or([gt(length, reached), and([eq(length, reached), gt(id, text(after ?? ''))])]);
  const rows = await engine.rows(
    select({
      columns: [named(id, 'id')],
      from: parquet(store.filePath(mirror)),
      where: after === null ? null : later,
      orderBy: [asc(length), asc(id)],
      limit,
    }),
  );
  return rows.map((row) => String(row.id));
}
