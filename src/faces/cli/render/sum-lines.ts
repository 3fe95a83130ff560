import { wrapText } from './wrap-text.ts';

/** One row of a sum: how a line came out, its points, what it asks and what is known of it. */
export interface SumRow {
  readonly outcome: string;
  readonly points: string;
  readonly label: string;
  readonly note: string;
}

/** Columns in front of the labels: two spaces, the outcome, the points. */
export const sumIndent = ' '.repeat(18);

const widestLabel = 46;

/**
 * Rows of a sum in columns that stand under each other in all sums: points to the right, notes beside the labels where
 * there is room, else below.
 */
export function sumLines(rows: readonly SumRow[], width: number): readonly string[] {
  const fitting = rows.map(({ label }) => label.length).filter((length) => length <= widestLabel);
  const column = Math.max(0, ...fitting);
  return rows.flatMap(({ outcome, points, label, note }) => {
    const start = `  ${outcome.padEnd(7)}${points.padStart(7)}  `;
    const beside = `${label.padEnd(column)}  ${note}`;
    const fits = label.length <= column && start.length + beside.length <= width;
    if (note === '' || fits) return wrapAfter(start, note === '' ? label : beside, width);
    return [...wrapAfter(start, label, width), ...wrapAfter(`${sumIndent}  `, note, width)];
  });
}

/** A text after a start; further lines stand under its first word. One that fits stays as it is. */
export function wrapAfter(start: string, text: string, width: number): readonly string[] {
  if (start.length + text.length <= width) return [(start + text).trimEnd()];
  const indent = ' '.repeat(start.length);
  const [first = '', ...rest] = wrapText(text, Math.max(20, width - start.length)).split('\n');
  return [start + first, ...rest.map((line) => indent + line)];
}
