import { resolve } from 'node:path';
import {
  column,
  count,
  countWhere,
  type Engine,
  named,
  type SqlSelect,
  select,
  subquery,
} from '../base/sql/index.ts';
import {
  type FileMark,
  inertName,
  inertText,
  isFormula,
  plainCells,
  sheetLimits,
  tooManyRows,
  writeWhole,
  writeXlsx,
} from '../edges/files/index.ts';
import type { Workspace } from './workspace.ts';

/** What an export can be written as: `json` is one object a line. */
export const exportFormats = ['csv', 'xlsx', 'parquet', 'json'] as const;

/** One of `exportFormats`. */
export type ExportFormat = (typeof exportFormats)[number];

/** Where an export goes and how. */
export interface ExportTarget {
  readonly to: string;
  readonly format: ExportFormat;
  /** Replace a file that is there, whoever wrote it. */
  readonly force: boolean;
}

/** What an export wrote. */
export interface ExportResult {
  readonly kind: 'export';
  readonly path: string;
  readonly format: ExportFormat;
  readonly rows: number;
  readonly columns: readonly string[];
  /** Cells that a spreadsheet would have run as a formula: an apostrophe stands in front of them now. */
  readonly neutralised: number;
}

/**
 * Streams a query into one file, whole or not at all; cells of a CSV or a workbook are made inert
 * for spreadsheets. In a workbook a text is no formula as it is, but saved from there as CSV it would be one.
 */
export async function exportFile(
  workspace: Workspace,
  query: SqlSelect,
  { to, format, force }: ExportTarget,
): Promise<ExportResult> {
  const path = resolve(to);
  const marks = await fileMarks(workspace);
  const options = { path, force, ours: marks[path] ?? null };
  const { result, mark } = await writeWhole(options, (part) =>
    writeExport(workspace, query, { part, name: path, format }),
  );
  await workspace.store.setSetting(marksSetting, { ...(await fileMarks(workspace)), [path]: mark });
  return { kind: 'export', path, format, ...result, columns: query.columns.map(({ as }) => as) };
}

/** Where the rows of an export are written, what the file is called to people, and how. */
export interface WriteExportOptions {
  readonly part: string;
  readonly name: string;
  readonly format: ExportFormat;
}

/** Streams a query into a file of our own, with cells made inert as in `exportFile`. */
export async function writeExport(
  workspace: Workspace,
  query: SqlSelect,
  { part, name, format }: WriteExportOptions,
): Promise<Pick<ExportResult, 'rows' | 'neutralised'>> {
  const { engine } = workspace;
  if (format === 'json' || format === 'parquet')
    return { rows: await engine.copy(query, { format, path: part }), neutralised: 0 };
  if (format === 'xlsx') await refuseTooManyRows(workspace, query);
  const described = await engine.describe(query);
  const lists = described.filter(({ type }) => type === 'text[]');
  const { inert, neutralised } = await makeInert(
    workspace,
    plainCells(query, format === 'csv' ? described : lists),
  );
  if (format === 'csv') return { rows: await engine.copy(inert, { format, path: part }), neutralised };
  const columns = await engine.describe(inert);
  return { rows: await writeXlsx(part, { name, columns, batches: engine.stream(inert) }), neutralised };
}

async function refuseTooManyRows({ engine }: Workspace, query: SqlSelect): Promise<void> {
  const from = subquery({ ...query, orderBy: [] }, 'e');
  const [row] = await engine.rows(select({ columns: [named(count(), 'rows')], from }));
  const rows = Number(row?.rows);
  if (rows > sheetLimits.rows) throw tooManyRows(rows);
}

const marksSetting = 'export.files';

/** The files that exports of this workspace wrote, by path. */
async function fileMarks({ store }: Workspace): Promise<Readonly<Record<string, FileMark>>> {
  return ((await store.setting(marksSetting)) ?? {}) as Readonly<Record<string, FileMark>>;
}

/** Counts the cells that would run, then rewrites only the columns that have some: mostly none. */
async function makeInert({ engine }: Workspace, query: SqlSelect) {
  const texts = (await engine.describe(query)).filter(({ type }) => type === 'text').map(({ name }) => name);
  const counts = new Map(texts.length === 0 ? [] : await countFormulas(engine, query, texts));
  const columns = query.columns.map(({ expr, as }) =>
    named((counts.get(as) ?? 0) > 0 ? inertText(expr) : expr, inertName(as)),
  );
  const names = columns.filter(({ as }, i) => as !== query.columns[i]?.as).length;
  const neutralised = [...counts.values()].reduce((sum, cells) => sum + cells, names);
  return { inert: { ...query, columns }, neutralised };
}

async function countFormulas(
  engine: Engine,
  query: SqlSelect,
  texts: readonly string[],
): Promise<readonly (readonly [string, number])[]> {
  const [counts = {}] = await engine.rows(
    select({
      columns: texts.map((name, i) => named(countWhere(isFormula(column(name))), `c${i}`)),
      from: subquery({ ...query, orderBy: [] }, 'e'),
    }),
  );
  return texts.map((name, i) => [name, Number(counts[`c${i}`])]);
}
