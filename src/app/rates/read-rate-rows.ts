import { BestfitError } from '../../base/errors/index.ts';
import { asc, column, numberedParquet, select } from '../../base/sql/index.ts';
import type { FoundTable, StagedFile } from '../../edges/connectors/index.ts';
import { type RateRow, ROW, rateColumns } from '../../stages/dataset/index.ts';
import type { Scratch } from '../import/index.ts';

const SHOWN = 3;

/** The rows of a table of rates in a file, in any format that import reads. */
export async function readRateRows(
  scratch: Scratch,
  path: string,
): Promise<{ readonly rows: readonly RateRow[]; readonly connector: string }> {
  const table = await onlyTable(scratch, path);
  const staged = await table.connector.stage(scratch.engine, {
    path: table.path,
    part: table.part,
    to: scratch.temporaryFile(),
    delimiter: null,
    encoding: null,
    scratchFile: scratch.temporaryFile,
    onRead: () => undefined,
  });
  refuseBrokenLines(path, staged);
  return { rows: await rowsOf(scratch, path, staged), connector: table.connector.name };
}

async function onlyTable(scratch: Scratch, path: string): Promise<FoundTable> {
  const context = { scratchFile: scratch.temporaryFile, onUnpack: () => undefined };
  const { tables } = await scratch.findTables([path], context);
  const [table] = tables;
  if (table !== undefined && tables.length === 1) return table;
  throw new BestfitError('input.rates-tables', { file: path, tables: tables.map(({ source }) => source) });
}

function refuseBrokenLines(file: string, { rejected, rejectedTotal: broken, rows }: StagedFile): void {
  if (broken === 0) return;
  const first = rejected.slice(0, SHOWN).map(({ line, reason }) => ({ line, reason }));
  throw new BestfitError('input.rates-unreadable', { file, rows: rows + broken, broken, first });
}

async function rowsOf(scratch: Scratch, file: string, staged: StagedFile): Promise<readonly RateRow[]> {
  const names = rateColumns(staged.headers);
  const missing = Object.entries(names).flatMap(([what, header]) => (header === null ? [what] : []));
  if (missing.length > 0)
    throw new BestfitError('input.rates-columns', { file, missing, columns: staged.headers });
  const stagedOf = (header: string | null) => staged.columns[staged.headers.indexOf(header ?? '')] ?? '';
  const [currency, day, rate] = [names.currency, names.day, names.rate].map(stagedOf) as [
    string,
    string,
    string,
  ];
  const cells = await scratch.engine.rows(
    select({
      columns: [ROW, currency, day, rate].map((name) => column(name)),
      from: numberedParquet(staged.path, { rowNumber: ROW }),
      orderBy: [asc(column(ROW))],
    }),
  );
  const lines = await staged.lineOf(cells.map((row) => Number(row[ROW])));
  return cells.map((row, at) => ({
    line: lines[at] ?? 0,
    currency: String(row[currency] ?? ''),
    day: String(row[day] ?? ''),
    rate: String(row[rate] ?? ''),
  }));
}
