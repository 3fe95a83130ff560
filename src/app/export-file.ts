import { resolve } from 'node:path';
import { column, countWhere, named, type SqlSelect, select, subquery } from '../base/sql/index.ts';
import { type FileMark, inertText, isFormula, writeJsonLines, writeWhole } from '../edges/files/index.ts';
import type { Workspace } from './workspace.ts';

/** What an export can be written as: `json` is one object a line. */
export const exportFormats = ['csv', 'parquet', 'json'] as const;

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

/** Streams a query into one file, whole or not at all; cells of a CSV are made inert for spreadsheets. */
export async function exportFile(
  workspace: Workspace,
  query: SqlSelect,
  { to, format, force }: ExportTarget,
): Promise<ExportResult> {
  const { engine } = workspace;
  const path = resolve(to);
  const marks = await fileMarks(workspace);
  const options = { path, force, ours: marks[path] ?? null };
  const { result, mark } = await writeWhole(options, async (part) => {
    if (format === 'json') return { rows: await writeJsonLines(part, engine.stream(query)), neutralised: 0 };
    const { inert, neutralised } =
      format === 'csv' ? await makeInert(workspace, query) : { inert: query, neutralised: 0 };
    return { rows: await engine.copy(inert, { format, path: part }), neutralised };
  });
  await workspace.store.setSetting(marksSetting, { ...(await fileMarks(workspace)), [path]: mark });
  return { kind: 'export', path, format, ...result, columns: query.columns.map(({ as }) => as) };
}

const marksSetting = 'export.files';

/** The files that exports of this workspace wrote, by path. */
async function fileMarks({ store }: Workspace): Promise<Readonly<Record<string, FileMark>>> {
  return ((await store.setting(marksSetting)) ?? {}) as Readonly<Record<string, FileMark>>;
}

/** Counts the cells that would run, then rewrites only the columns that have some: mostly none. */
async function makeInert({ engine }: Workspace, query: SqlSelect) {
  const texts = (await engine.describe(query)).filter(({ type }) => type === 'text').map(({ name }) => name);
  if (texts.length === 0) return { inert: query, neutralised: 0 };
  const [counts = {}] = await engine.rows(
    select({
      columns: texts.map((name, i) => named(countWhere(isFormula(column(name))), `c${i}`)),
      from: subquery({ ...query, orderBy: [] }, 'e'),
    }),
  );
  const countOf = (i: number) => Number(counts[`c${i}`]);
  const running = new Set(texts.filter((_, i) => countOf(i) > 0));
  const neutralised = texts.reduce((sum, _, i) => sum + countOf(i), 0);
  const columns = query.columns.map(({ expr, as }) => named(running.has(as) ? inertText(expr) : expr, as));
  return { inert: { ...query, columns }, neutralised };
}
