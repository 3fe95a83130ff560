import { type ExportFormat, writeExport } from './export-file.ts';
import { type ListedRequest, withListInWords } from './export-list.ts';
import type { Workspace } from './workspace.ts';

/** Which accounts to hand out, and how. */
export interface DownloadRequest extends ListedRequest {
  readonly format: Extract<ExportFormat, 'csv' | 'xlsx'>;
}

/** A file written for one download. */
export interface Download {
  /** A draft of the workspace: whoever asked for it deletes it; the sweep takes what is left over. */
  readonly path: string;
  /** What to call it. */
  readonly name: string;
  readonly rows: number;
}

/** Writes the ranked list with all its words into a draft, to be streamed to whoever asked. */
export async function downloadList(workspace: Workspace, request: DownloadRequest): Promise<Download> {
  const { format, asOf } = request;
  const path = workspace.store.draftFile(format);
  const name = `accounts-${asOf}.${format}`;
  const { rows } = await withListInWords(workspace, request, (query) =>
    writeExport(workspace, query, { part: path, name, format }),
  );
  return { path, name, rows };
}
