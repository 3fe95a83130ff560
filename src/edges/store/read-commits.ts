import type { Snapshot, SourceState, TableRef } from '../../stages/dataset/index.ts';
import type { Catalog } from './catalog.ts';
import type { SqlRow } from './driver.ts';
import { fromJson } from './json-column.ts';
import type { Commit } from './types.ts';

/** The commits from the head back to the first, newest first. */
export function readCommits({ db }: Pick<Catalog, 'db'>): readonly Commit[] {
  return db.all(chainSql, []).map(toCommit);
}

const chainSql = `
  with recursive chain (id, parent) as (
    select c.id, c.parent from head h join commits c on c.id = h.commit_id
    union all
    select c.id, c.parent from chain join commits c on c.id = chain.parent
  )
  select commits.* from chain join commits on commits.id = chain.id order by commits.id desc`;

/** A commit as its row says it; `store.damaged` when the row cannot be read. */
export function toCommit(row: SqlRow): Commit {
  return {
    id: Number(row.id),
    parent: row.parent === null ? null : Number(row.parent),
    at: String(row.at),
    what: String(row.what),
    snapshot: fromJson<Snapshot>(row, 'snapshot', 'object'),
    sources: fromJson<readonly SourceState[]>(row, 'sources', 'array'),
    quarantine: row.quarantine === null ? null : fromJson<TableRef>(row, 'quarantine', 'object'),
  };
}
