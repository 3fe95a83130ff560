import { type GroupedHeader, groupedHeader } from './grouped-header.ts';
import type { MergedRange } from './read-merges.ts';
import { filledColumns, looksLikeData, type SheetRow } from './sheet-row.ts';

/** Where the table of a sheet stands. */
export interface SheetTable {
  /** Rows with something in them that stand above the table: titles and notes. */
  readonly titles: number;
  /** Rows that the header takes; 0 when the table has none. */
  readonly headerRows: number;
  /** Columns of the sheet, 0-based, and their headers; a blank one is empty. */
  readonly columns: readonly number[];
  readonly headers: readonly string[];
}

const HEADER_SHARE = 0.6;

/**
 * Finds the table among the first rows of a sheet, at least one. Its header is the first row that is about as wide
 * as the widest; lines of prose above it are titles. A column of the sheet belongs to the table when it has a
 * header or a value in these rows. `merges` are asked for only when a row may hold groups of columns.
 */
export async function findTable(
  rows: readonly SheetRow[],
  merges: () => Promise<readonly MergedRange[]>,
): Promise<SheetTable> {
  const widths = rows.map((row) => filledColumns(row).length);
  const widest = Math.max(...widths);
  const first = widths.findIndex((width) => width >= widest * HEADER_SHARE);
  const grouped = await groupedHeader(rows, first, merges);
  const { from, headerRows, names } = grouped ?? plainHeader(rows, first);
  const used = new Set([...rows.slice(from).flatMap(filledColumns), ...namedColumns(names)]);
  const columns = [...used].toSorted((one, two) => one - two);
  return {
    titles: from,
    headerRows,
    columns,
    headers: columns.map((column) => oneLine(names[column] ?? '')),
  };
}

function plainHeader(rows: readonly SheetRow[], first: number): GroupedHeader {
  const row = rows[first] as SheetRow;
  return looksLikeData(row)
    ? { from: first, headerRows: 0, names: [] }
    : { from: first, headerRows: 1, names: row.cells };
}

function namedColumns(names: readonly string[]): readonly number[] {
  return names.flatMap((name, column) => (name === '' ? [] : [column]));
}

function oneLine(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}
