import { BestfitError } from '../base/errors/index.ts';
import { column, type SqlSelect, select } from '../base/sql/index.ts';
import { columnsOf } from './account-columns.ts';
import { currentData } from './current-data.ts';
import { type ExportResult, type ExportTarget, exportFile } from './export-file.ts';
import type { Workspace } from './workspace.ts';

/** Which canonical table to export. */
export interface ExportTableRequest extends ExportTarget {
  readonly table: string;
}

/** Writes one table of the current data with all its columns into one file, streamed. */
export async function exportTable(workspace: Workspace, request: ExportTableRequest): Promise<ExportResult> {
  return exportFile(workspace, await tableQuery(workspace, request.table), request);
}

/** One table of the current data with all its columns; `export.no-table` when there is none of that name. */
export async function tableQuery(workspace: Workspace, table: string): Promise<SqlSelect> {
  const data = await currentData(workspace);
  const found = Object.entries(data.tables).find(([name]) => name === table);
  if (found === undefined)
    throw new BestfitError('export.no-table', { table, tables: Object.keys(data.tables) });
  const [name, from] = found;
  const columns = data.fields.filter((field) => field.table === name).flatMap(columnsOf);
  return select({ columns: columns.map((as) => column(as)), from });
}
