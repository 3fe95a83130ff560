/** A table as docs/evidence.md quotes it: the keys of the first row are the head. */
export function markdownTable(rows: readonly Readonly<Record<string, string | number>>[]): string {
  const head = Object.keys(rows[0] ?? {});
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map(() => '---')),
    ...rows.map((row) => line(head.map((key) => row[key]!))),
  ].join('\n');
}

/** A share or a p as the tables write it: `.05`, `1.00`. */
export function writeShare(share: number): string {
  return Number.isNaN(share) ? '-' : share.toFixed(2).replace(/^(-?)0\./, '$1.');
}
