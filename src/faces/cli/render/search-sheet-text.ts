import type { SearchSheet } from '../../page/index.ts';
import type { TextStyle } from '../types.ts';
import { paintFor } from './paint.ts';
import { wrapText } from './wrap-text.ts';

/** The search as lines to type into a company database. */
export function searchSheetText({ must, counts, when, never }: SearchSheet, style: TextStyle): string {
  const paint = paintFor(style);
  const line = (head: string, words: string) =>
    `  ${head.padEnd(6)} ${wrapText(words, style.width - 9).replaceAll('\n', '\n         ')}`;
  const lines = [
    ...must.map((words) => line('must', words)),
    ...counts.map(({ points, words }) => line(points, words)),
    ...when.map((words) => line('when', words)),
    ...never.map((words) => line('never', words)),
  ];
  return [
    paint.bold('The search for prospects, to type into any company database:'),
    ...(lines.length === 0 ? ['  nothing to search by yet: the page has no line that earns points'] : lines),
    'Import what it gives: `bestfit import prospects.csv`, then `bestfit list`.',
  ].join('\n');
}
