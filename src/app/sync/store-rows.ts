import { type Cell, type ColumnInfo, column, named, select, table } from '../../base/sql/index.ts';
import type { TableRef } from '../../stages/dataset/index.ts';
import type { Workspace } from '../workspace.ts';
import { storeQuery } from './store-query.ts';

let stored = 0;

/** Writes rows as one immutable file of the store. */
export async function storeRows(
  workspace: Workspace,
  columns: readonly ColumnInfo[],
  rows: readonly (readonly Cell[])[],
): Promise<TableRef> {
  stored += 1;
  const name = `sync_rows_${stored}`;
  await workspace.engine.load(name, columns, rows);
  try {
    const all = columns.map((info) => named(column(info.name), info.name));
    return await storeQuery(workspace, select({ columns: all, from: table(name) }));
  } finally {
    await workspace.engine.drop(name);
  }
}
