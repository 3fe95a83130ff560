import {
  and,
  asc,
  column,
  count,
  eq,
  isIn,
  named,
  parquet,
  type Row,
  type SqlExpr,
  select,
  text,
} from '../base/sql/index.ts';
import type { SourceState } from '../stages/dataset/index.ts';
import type { Workspace } from './workspace.ts';

/** Which of the rows that were set aside to show. */
export interface QuarantineRequest {
  /** Only those of this file; null for all. */
  readonly source: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** One row that was set aside, as it stands in its file. */
export interface QuarantinedEntry {
  readonly source: string;
  readonly line: number;
  /** The column that does not fit; null when the line is no row at all. */
  readonly column: string | null;
  readonly reason: string;
  /** By header; empty when the line is no row. */
  readonly cells: Readonly<Record<string, string | null>>;
  /** The line as its text, when it is no row. */
  readonly text: string | null;
}

/** The rows that were set aside, by file and line. */
export interface QuarantinedRows {
  readonly kind: 'quarantine';
  readonly snapshot: string | null;
  /** Rows of each file that has any, with the headers that its rows have. */
  readonly sources: readonly {
    readonly source: string;
    readonly rows: number;
    readonly headers: readonly string[];
  }[];
  /** Rows asked for, over all pages. */
  readonly total: number;
  readonly rows: readonly QuarantinedEntry[];
}

/** Rows that import set aside, page by page: what each says, and why it does not fit. */
export async function quarantinedRows(
  workspace: Workspace,
  { source, offset, limit }: QuarantineRequest,
): Promise<QuarantinedRows> {
  const commit = await workspace.store.head();
  const snapshot = commit?.snapshot.id ?? null;
  if (commit === null || commit.quarantine === null)
    return { kind: 'quarantine', snapshot, sources: [], total: 0, rows: [] };
  const from = parquet(workspace.store.filePath(commit.quarantine));
  const counts = await workspace.engine.rows(
    select({
      columns: [column('source'), named(count(), 'rows')],
      from,
      groupBy: [column('source')],
      orderBy: [asc(column('source'))],
    }),
  );
  const sources = counts.map((row) => ({
    source: String(row.source),
    rows: Number(row.rows),
    headers: headersOf(commit.sources.find(({ name }) => name === row.source)),
  }));
  const shown = sources.filter((each) => source === null || each.source === source);
  const where = source === null ? null : eq(column('source'), text(source));
  const rows = await readEntries(workspace, { where, offset, limit });
  return {
    kind: 'quarantine',
    snapshot,
    sources,
    total: shown.reduce((sum, each) => sum + each.rows, 0),
    rows,
  };
}

/** Rows of one file that were set aside, by line. */
export async function setAsideLines(
  workspace: Workspace,
  { source, lines }: { readonly source: string; readonly lines: readonly number[] },
): Promise<readonly QuarantinedEntry[]> {
  const where = and([eq(column('source'), text(source)), isIn(column('line'), lines, 'integer')]);
  return readEntries(workspace, { where, offset: 0, limit: lines.length });
}

/** The headers of a file, as its columns stand in its mapping. */
export function headersOf(source: SourceState | undefined): readonly string[] {
  return source?.mapping.columns.map((each) => each.column) ?? [];
}

async function readEntries(
  { store, engine }: Workspace,
  {
    where,
    offset,
    limit,
  }: { readonly where: SqlExpr | null; readonly offset: number; readonly limit: number },
): Promise<readonly QuarantinedEntry[]> {
  const ref = (await store.head())?.quarantine ?? null;
  if (ref === null) return [];
  const rows = await engine.rows(
    select({
      columns: ['source', 'line', 'column_name', 'reason', 'row'].map((name) => column(name)),
      from: parquet(store.filePath(ref)),
      ...(where === null ? {} : { where }),
      orderBy: [asc(column('source')), asc(column('line'))],
      limit,
      offset,
    }),
  );
  return rows.map(toEntry);
}

function toEntry({ source, line, column_name: name, reason, row }: Row): QuarantinedEntry {
  const cells = JSON.parse(String(row)) as Record<string, string | null>;
  const isRow = typeof name === 'string';
  return {
    source: String(source),
    line: Number(line),
    column: isRow ? name : null,
    reason: String(reason),
    cells: isRow ? cells : {},
    text: isRow ? null : (cells.line ?? ''),
  };
}
