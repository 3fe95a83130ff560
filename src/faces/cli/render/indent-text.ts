import { wrapText } from './wrap-text.ts';

/**
 * A text broken into lines that all begin `depth` columns in; further lines of a point stand under its words.
 *
 * @example
 * indentText('- a long point', 12, 2); // '  - a long\n    point'
 */
export function indentText(text: string, width: number, depth: number): string {
  const start = ' '.repeat(depth);
  return start + wrapText(text, width - depth, text.startsWith('- ') ? `${start}  ` : start);
}
