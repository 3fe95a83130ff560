import { BestfitError } from '../base/errors/index.ts';
import { type Cell, column, type Engine, select, table } from '../base/sql/index.ts';
import type { FileConnector, FoundTable, StagedFile } from '../edges/connectors/index.ts';
import type { SourceState } from '../stages/dataset/index.ts';
import { currentData } from './current-data.ts';
import { type ImportRequest, type ImportResult, importFiles, nothingSaid } from './import-files.ts';
import { headersOf, type QuarantinedEntry, setAsideLines } from './quarantined-rows.ts';
import type { Workspace } from './workspace.ts';

/** A row that was set aside, as it should have been. */
export interface CorrectedRow {
  /** Its line in the file. */
  readonly line: number;
  /** The cells that change, by header; null empties one. */
  readonly cells: Readonly<Record<string, string | null>>;
}

/** Rows of one file to be tried again. */
export interface RetryRequest extends Pick<ImportRequest, 'at' | 'onProgress'> {
  readonly source: string;
  readonly rows: readonly CorrectedRow[];
}

let retries = 0;

/**
 * Tries rows again that were set aside, with corrected cells, as one commit: those that fit now join the rows of their
 * file, the others stay set aside with their new reason. The file itself is not needed, and not changed.
 */
export async function retryRows(workspace: Workspace, request: RetryRequest): Promise<ImportResult> {
  const { commit } = await currentData(workspace);
  const { source, at, onProgress } = request;
  const state = commit.sources.find(({ name }) => name === source);
  const lines = request.rows.map(({ line }) => line).toSorted((one, two) => one - two);
  const entries = await setAsideLines(workspace, { source, lines });
  if (state === undefined || entries.length !== new Set(lines).size || lines.length !== entries.length)
    throw new BestfitError('export.nothing-set-aside', { source });
  const found = tableOf(state, rowsOf(state, entries, request.rows));
  const among = { ...workspace, findTables: async () => ({ tables: [found], warnings: [] }) };
  return importFiles(among, {
    paths: [source],
    choices: nothingSaid,
    maps: [],
    covers: null,
    append: true,
    observedOn: state.observedOn,
    retry: { source, lines },
    dryRun: false,
    at,
    onProgress,
  });
}

interface StagedRow {
  readonly line: number;
  readonly cells: readonly Cell[];
}

function rowsOf(
  state: SourceState,
  entries: readonly QuarantinedEntry[],
  corrected: readonly CorrectedRow[],
): readonly StagedRow[] {
  return entries.map(({ line, cells }) => {
    const now = { ...cells, ...corrected.find((row) => row.line === line)?.cells };
    return { line, cells: headersOf(state).map((header) => now[header] ?? null) };
  });
}

/** The rows as a table that import reads like any other, under the name of their file. */
function tableOf(state: SourceState, rows: readonly StagedRow[]): FoundTable {
  const headers = headersOf(state);
  const connector: FileConnector = {
    name: state.connector,
    extensions: [],
    parts: null,
    open: null,
    stage: (engine, { to }) => stageRows(engine, to, { headers, rows }),
  };
  const { name } = state;
  return { source: name, given: name, location: name, path: name, part: null, connector };
}

async function stageRows(
  engine: Engine,
  path: string,
  { headers, rows }: { readonly headers: readonly string[]; readonly rows: readonly StagedRow[] },
): Promise<StagedFile> {
  const columns = headers.map((_, index) => `c${index + 1}`);
  retries += 1;
  const name = `retry_${retries}`;
  const infos = columns.map((each) => ({ name: each, type: 'text' }) as const);
  await engine.load(
    name,
    infos,
    rows.map(({ cells }) => cells),
  );
  try {
    await engine.copy(select({ columns: columns.map((each) => column(each)), from: table(name) }), {
      format: 'parquet',
      path,
    });
  } finally {
    await engine.drop(name);
  }
  return {
    path,
    headers,
    columns,
    rows: rows.length,
    how: 'corrected rows',
    warnings: [],
    rejected: [],
    rejectedTotal: 0,
    lineOf: async (numbers) => numbers.map((each) => rows[each - 1]?.line ?? 0),
  };
}
