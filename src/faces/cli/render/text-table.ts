import Table from 'cli-table3';

/** A column of a table for people. */
export interface TextColumn {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Longer cells are cut with an ellipsis; without it the column takes what it needs. */
  readonly most?: number;
}

const noLines = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

/** Lays rows out in columns without lines: widths follow the content, wide characters counted as two. */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const table = new Table({
    head: columns.map((column) => column.title),
    colAligns: columns.map((column) => column.align ?? 'left'),
    chars: noLines,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
  });
  for (const row of rows) table.push(row.map((cell, i) => cut(cell, columns[i]?.most)));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

function cut(cell: string | number | null, most: number | undefined): string {
  const text = cell === null ? '' : String(cell).replaceAll(/\s+/g, ' ');
  return most === undefined || text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
