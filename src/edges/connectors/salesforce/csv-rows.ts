/**
 * The rows of a CSV with commas, as Salesforce writes its bulk results: cells with or without quotes, quotes doubled
 * inside, LF or CRLF after a row, the last may lack it. NUL characters, which some orgs hold, are dropped.
 */
export function* csvRows(text: string): Generator<string[]> {
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    row.push(cell.includes('\0') ? cell.replaceAll('\0', '') : cell);
    at = end;
    if (text[at] === ',') {
      at++;
      if (at < text.length) continue;
      row.push('');
    } else if (text[at] === '\r' && text[at + 1] === '\n') at += 2;
    else at++;
    yield row;
    row = [];
  }
}

interface Cell {
  readonly cell: string;
  /** Where what follows the cell begins. */
  readonly end: number;
}

function quotedCell(text: string, start: number): Cell {
  let from = start + 1;
  let cell = '';
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return { cell: cell + text.slice(from), end: text.length };
    cell += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { cell, end: quote + 1 };
    cell += '"';
    from = quote + 2;
  }
}

function plainCell(text: string, start: number): Cell {
  let end = start;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n') end++;
  const last = text[end] === '\n' && end > start && text[end - 1] === '\r' ? end - 1 : end;
  return { cell: text.slice(start, last), end: last };
}

/** A row of CSV, every cell in quotes, LF after it. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`;
}
