import { BestfitError } from '../base/errors/index.ts';
import { column, select } from '../base/sql/index.ts';
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
  const data = await currentData(workspace);
  const found = Object.entries(data.tables).find(([name]) => name === request.table);
  if (found === undefined) {
    const tables = Object.keys(data.tables);
    throw new BestfitError('export.no-table', { table: request.table, tables });
  }
  const [name, from] = found;
  const columns = data.fields.filter((field) => field.table === name).flatMap(columnsOf);
  return exportFile(workspace, select({ columns: columns.map((as) => column(as)), from }), request);
}
