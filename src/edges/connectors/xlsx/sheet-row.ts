/** One row of a sheet that holds something. */
export interface SheetRow {
  /** 1-based, as the spreadsheet shows it. */
  readonly number: number;
  readonly hidden: boolean;
  /** Texts by 0-based column; blank cells are empty or missing. */
  readonly cells: readonly string[];
  /** Columns whose cell is a number, a date or a yes/no, and no text. */
  readonly typed: ReadonlySet<number>;
}

/** Columns of the cells that hold something. */
export function filledColumns({ cells }: SheetRow): readonly number[] {
  const filled: number[] = [];
  cells.forEach((text, column) => {
    if (text !== '') filled.push(column);
  });
  return filled;
}

/** Numbers and dates stand in rows, not in headers; a year may. */
export function looksLikeData({ cells, typed }: SheetRow): boolean {
  const filled = cells.filter((text) => text !== '').length;
  const data = [...typed].filter((column) => !/^(19|20)\d\d$/.test(cells[column] ?? '')).length;
  return data * 2 > filled;
}
