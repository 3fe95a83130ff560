import { parquet, type SqlRelation } from '../base/sql/index.ts';
import type { Snapshot, TableName } from '../stages/dataset/index.ts';
import type { Workspace } from './workspace.ts';

/**
 * The canonical tables of a snapshot as relations that the engine can read.
 *
 * @example
 * const { accounts } = tablesOf(workspace, commit.snapshot);
 */
export function tablesOf(
  { store }: Pick<Workspace, 'store'>,
  snapshot: Snapshot,
): Readonly<Partial<Record<TableName, SqlRelation>>> {
  return Object.fromEntries(
    Object.entries(snapshot.tables).map(([name, ref]) => [name, parquet(store.filePath(ref), name)]),
  );
}
