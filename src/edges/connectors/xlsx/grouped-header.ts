import type { MergedRange } from './read-merges.ts';
import { filledColumns, looksLikeData, type SheetRow } from './sheet-row.ts';

/** A header among the first rows of a sheet. */
export interface GroupedHeader {
  /** Index of its first row. */
  readonly from: number;
  readonly headerRows: number;
  /** Names by column of the sheet. */
  readonly names: readonly string[];
}

/**
 * A header of several rows: cells merged over several columns, the groups, stand above the names of the columns,
 * which get the group in front (`Contact Name`). Null when the row at `first` is a plain header.
 */
export async function groupedHeader(
  rows: readonly SheetRow[],
  first: number,
  merges: () => Promise<readonly MergedRange[]>,
): Promise<GroupedHeader | null> {
  if (!isNext(rows, first - 1) && !namesBelow(rows, first)) return null;
  const ranges = await merges();
  const groups = (at: number) => isNext(rows, at) && isGroups(rows, at, ranges);
  let from = first;
  while (groups(from - 1)) from -= 1;
  let last = from;
  while (groups(last) && !looksLikeData(rows[last + 1] as SheetRow)) last += 1;
  if (last === from) return null;
  const block = rows.slice(from, last + 1);
  return { from, headerRows: block.length, names: joinedNames(block, ranges) };
}

/** The row below has names where this one has none. */
function namesBelow(rows: readonly SheetRow[], at: number): boolean {
  const [row, below] = [rows[at], rows[at + 1]];
  if (row === undefined || below === undefined || !isNext(rows, at)) return false;
  return filledColumns(below).some((column) => (row.cells[column] ?? '') === '');
}

function isNext(rows: readonly SheetRow[], at: number): boolean {
  const row = rows[at];
  return row !== undefined && rows[at + 1]?.number === row.number + 1;
}

/** Has a cell merged over several columns; a single one that starts where the table does is a title. */
function isGroups(rows: readonly SheetRow[], at: number, ranges: readonly MergedRange[]): boolean {
  const row = rows[at] as SheetRow;
  const wide = ranges.filter(({ top, left, right }) => top === row.number && right > left);
  if (wide.length === 0) return false;
  const [start = 0] = filledColumns(rows[at + 1] as SheetRow);
  return filledColumns(row).length > 1 || wide.some(({ left }) => left > start);
}

function joinedNames(block: readonly SheetRow[], ranges: readonly MergedRange[]): readonly string[] {
  const width = Math.max(...block.map(({ cells }) => cells.length), ...ranges.map(({ right }) => right + 1));
  return Array.from({ length: width }, (_, column) => {
    const parts = block.map(({ number, cells }) => {
      const range = ranges.find(
        ({ top, bottom, left, right }) =>
          number >= top && number <= bottom && column >= left && column <= right,
      );
      if (range === undefined) return cells[column] ?? '';
      return number === range.top ? (cells[range.left] ?? '') : '';
    });
    return parts.filter((part) => part !== '').join(' ');
  });
}
