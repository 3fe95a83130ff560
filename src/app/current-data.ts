import { BestfitError } from '../base/errors/index.ts';
import type { SqlRelation } from '../base/sql/index.ts';
import type { Commit } from '../edges/store/index.ts';
import type { Field, TableName } from '../stages/dataset/index.ts';
import { tablesOf } from './tables.ts';
import type { Workspace } from './workspace.ts';

/** The data of the current commit, ready to be asked. */
export interface CurrentData {
  readonly commit: Commit;
  /** The content hash that every result names. */
  readonly snapshot: string;
  readonly tables: Readonly<Partial<Record<TableName, SqlRelation>>>;
  readonly fields: readonly Field[];
  /** One field of a table, or null. */
  readonly field: (table: TableName, name: string) => Field | null;
}

/** The current data; `store.no-data` in a workspace without an import. */
export async function currentData(workspace: Workspace): Promise<CurrentData> {
  const commit = await workspace.store.head();
  if (commit === null) throw new BestfitError('store.no-data', { workspace: workspace.store.path });
  const { fields } = commit.snapshot;
  return {
    commit,
    snapshot: commit.snapshot.id,
    tables: tablesOf(workspace, commit.snapshot),
    fields,
    field: (table, name) => fields.find((f) => f.table === table && f.name === name) ?? null,
  };
}
