import { BestfitError } from '../base/errors/index.ts';
import {
  asc,
  type Cell,
  type ColumnInfo,
  column,
  eq,
  parquet,
  type Row,
  type SqlRelation,
  select,
  subquery,
  text,
} from '../base/sql/index.ts';
import { currentData } from './current-data.ts';
import { type ExportResult, type ExportTarget, exportFile } from './export-file.ts';
import { Scratch } from './import/index.ts';
import type { Workspace } from './workspace.ts';

/** What to export of the rows set aside. */
export interface ExportQuarantineRequest extends ExportTarget {
  /** Only those of this file; null for all. */
  readonly source: string | null;
}

const ours = ['quarantine_file', 'quarantine_line', 'quarantine_reason'] as const;
const wholeLine = 'quarantine_text';
const entryColumns = ['source', 'line', 'column_name', 'reason', 'row'];

/**
 * Writes the rows that import set aside, with file, line and reason in front of their own columns as they stand in
 * the file: to be corrected there. A line that was no row at all comes as its text.
 */
export async function exportQuarantine(
  workspace: Workspace,
  request: ExportQuarantineRequest,
): Promise<ExportResult> {
  const from = await setAside(workspace, request.source);
  const scratch = new Scratch(workspace);
  try {
    const headers = await headersOf(workspace, from);
    const columns = [...ours, ...headers].map((name): ColumnInfo => ({ name, type: 'text' }));
    const rows = await scratch.spool(columns, cellsOf(workspace, from, headers));
    const query = select({ columns: columns.map(({ name }) => column(name)), from: rows.from });
    return await exportFile(workspace, query, request);
  } finally {
    await scratch.dispose();
  }
}

async function setAside(workspace: Workspace, source: string | null): Promise<SqlRelation> {
  const { commit } = await currentData(workspace);
  const names = commit.sources.map(({ name }) => name);
  if (source !== null && !names.includes(source)) {
    const expected = `one of the files ${names.join(', ')}`;
    throw new BestfitError('usage.bad-option', { option: '--source', value: source, expected });
  }
  if (commit.quarantine === null) throw new BestfitError('export.nothing-set-aside', { source });
  const all = parquet(workspace.store.filePath(commit.quarantine));
  if (source === null) return all;
  const columns = entryColumns.map((name) => column(name));
  const query = select({ columns, from: all, where: eq(column('source'), text(source)) });
  const [first] = await workspace.engine.rows({ ...query, limit: 1 });
  if (first === undefined) throw new BestfitError('export.nothing-set-aside', { source });
  return subquery(query, 'q');
}

/** Headers over all rows, in the order in which they come; spelled alike in two files they are one column. */
async function headersOf(workspace: Workspace, from: SqlRelation): Promise<readonly string[]> {
  const headers = new Map<string, string>(ours.map((name) => [name, name]));
  for await (const { cells } of entries(workspace, from)) {
    for (const header of cells.keys()) {
      const folded = header.toLowerCase();
      if (!headers.has(folded)) headers.set(folded, header);
    }
  }
  return [...headers.values()].slice(ours.length);
}

async function* cellsOf(
  workspace: Workspace,
  from: SqlRelation,
  headers: readonly string[],
): AsyncIterable<readonly (readonly Cell[])[]> {
  for await (const { row, cells } of entries(workspace, from)) {
    const folded = new Map([...cells].map(([header, cell]) => [header.toLowerCase(), cell]));
    const own = headers.map((header) => folded.get(header.toLowerCase()) ?? null);
    yield [[String(row.source), String(row.line), reasonOf(row, cells), ...own]];
  }
}

/** The reason, with the column it is about in front: a row has many. */
function reasonOf({ column_name: name, reason }: Row, cells: Entry['cells']): string {
  return typeof name === 'string' && cells.has(name) ? `${name}: ${String(reason)}` : String(reason);
}

interface Entry {
  readonly row: Row;
  readonly cells: ReadonlyMap<string, string | null>;
}

async function* entries(workspace: Workspace, from: SqlRelation): AsyncIterable<Entry> {
  const query = select({
    columns: entryColumns.map((name) => column(name)),
    from,
    orderBy: [asc(column('source')), asc(column('line'))],
  });
  for await (const batch of workspace.engine.stream(query)) {
    for (const row of batch) {
      const cells = Object.entries(JSON.parse(String(row.row)) as Record<string, string | null>);
      const isRow = row.column_name !== null;
      yield { row, cells: new Map(isRow ? cells : cells.map(([, line]) => [wholeLine, line])) };
    }
  }
}
