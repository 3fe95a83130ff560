import type { SqlQuery } from '../../base/sql/index.ts';
import type { TableRef } from '../../stages/dataset/index.ts';
import type { Workspace } from '../workspace.ts';

/** Writes a result as one immutable file of the store. */
export async function storeQuery({ engine, store }: Workspace, query: SqlQuery): Promise<TableRef> {
  const path = store.draftFile('parquet');
  return store.adopt(path, await engine.copy(query, { format: 'parquet', path }));
}
