/** One cell of a sample file; null is an empty cell. */
export type SampleCell = string | number | null;

/** Writes rows as CSV (RFC 4180), quoting only where needed. */
export function csvText(header: readonly string[], rows: readonly (readonly SampleCell[])[]): string {
  return [header, ...rows]
    .map((row) => row.map(cellText).join(','))
    .join('\n')
    .concat('\n');
}

function cellText(cell: SampleCell): string {
  if (cell === null) return '';
  const text = String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
