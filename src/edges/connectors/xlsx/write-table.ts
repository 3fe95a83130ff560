import { columnLetters } from './cell-reference.ts';
import type { CellContext, CellFaults } from './cell-text.ts';
import { CsvFile } from './csv-file.ts';
import { findTable, type SheetTable } from './find-table.ts';
import { readMerges } from './read-merges.ts';
import { readSheet } from './read-sheet.ts';
import type { Sheet, Workbook } from './read-workbook.ts';
import { RowNumbers } from './row-numbers.ts';
import type { SheetRow } from './sheet-row.ts';

const SAMPLE = 200;

/** A sheet's table as a text file. */
export interface WrittenTable {
  readonly table: SheetTable;
  /** Row of the sheet for each row that was written. */
  readonly rows: RowNumbers;
  readonly hiddenRows: number;
  /** Cells beside the table that were left out, and the address of the first; null when there are none. */
  readonly beside: { readonly cells: number; readonly first: string } | null;
  readonly faults: CellFaults;
}

/** Where a table is written, and what its cells depend on. */
export interface TableTarget {
  readonly context: CellContext;
  readonly path: string;
  /** How much of the sheet is read, 0 to 1. */
  readonly onRead: (done: number) => void;
}

/** Writes the rows of a sheet's table as UTF-8 text with a header line of `names`, in flat memory. */
export async function writeTable(
  workbook: Workbook,
  sheet: Sheet,
  { context, path, onRead }: TableTarget,
): Promise<WrittenTable> {
  const { archive } = workbook;
  const sample: SheetRow[] = [];
  const reading = { archive, part: sheet.part, context };
  await readSheet({ ...reading, row: (row) => sample.push(row) < SAMPLE });
  const table = await findTable(sample, () => readMerges(archive, sheet.part, sample.at(-1)?.number ?? 0));
  const first = sample[table.titles + table.headerRows]?.number ?? Number.POSITIVE_INFINITY;
  const file = new CsvFile(path);
  try {
    const writer = new TableWriter(table, file);
    const faults = await readSheet({
      ...reading,
      progress: onRead,
      row: (row) => {
        if (row.number >= first) writer.write(row);
        return true;
      },
    });
    return { ...writer.result(), table, faults };
  } finally {
    file.close();
  }
}

class TableWriter {
  readonly #file: CsvFile;
  readonly #columns: readonly number[];
  readonly #outside: (column: number) => boolean;
  readonly #rows = new RowNumbers();
  #hiddenRows = 0;
  #beside: { cells: number; first: string } | null = null;

  constructor({ columns }: SheetTable, file: CsvFile) {
    const inside = new Set(columns);
    this.#columns = columns;
    this.#outside = (column) => !inside.has(column);
    this.#file = file;
    file.write(columns.map((_, index) => `c${index + 1}`));
  }

  write({ number, hidden, cells }: SheetRow): void {
    let filled = false;
    const texts = this.#columns.map((column) => {
      const text = cells[column] ?? '';
      filled ||= text !== '';
      return text;
    });
    if (cells.length > texts.length) this.#noteBeside(number, cells);
    if (!filled) return;
    this.#file.write(texts);
    this.#rows.add(number);
    if (hidden) this.#hiddenRows += 1;
  }

  result(): Pick<WrittenTable, 'rows' | 'hiddenRows' | 'beside'> {
    return { rows: this.#rows, hiddenRows: this.#hiddenRows, beside: this.#beside };
  }

  #noteBeside(number: number, cells: readonly string[]): void {
    cells.forEach((text, column) => {
      if (text === '' || !this.#outside(column)) return;
      this.#beside ??= { cells: 0, first: `${columnLetters(column)}${number}` };
      this.#beside.cells += 1;
    });
  }
}
