import type { Download } from './download-list.ts';
import { type ExportFormat, writeExport } from './export-file.ts';
import { tableQuery } from './export-table.ts';
import type { Workspace } from './workspace.ts';

/** Which table to hand out, and how. */
export interface DownloadTableRequest {
  readonly table: string;
  readonly format: ExportFormat;
}

/** Writes one table of the current data into a draft, to be streamed to whoever asked. */
export async function downloadTable(
  workspace: Workspace,
  { table, format }: DownloadTableRequest,
): Promise<Download> {
  const query = await tableQuery(workspace, table);
  const path = workspace.store.draftFile(format);
  const name = `${table}.${format}`;
  const { rows } = await writeExport(workspace, query, { part: path, name, format });
  return { path, name, rows };
}
