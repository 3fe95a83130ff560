import type { ExportResult } from '../../../app/export-file.ts';
import { countWords, plural } from '../../words/index.ts';
import type { TextStyle } from '../types.ts';
import { wrapText } from './wrap-text.ts';

/** What was written where, and what a spreadsheet will see of it. */
export function exportText(result: ExportResult, style: TextStyle, hint: string | null): string {
  const { rows, columns, path, format, neutralised } = result;
  const inert =
    neutralised === 0
      ? []
      : [
          `${plural(neutralised, 'cell')} would have run as a formula in a spreadsheet: an apostrophe stands in front of ${neutralised === 1 ? 'it' : 'them'}.`,
        ];
  return [
    `${plural(rows, 'row')} with ${countWords(columns.length)} columns written to ${path} (${format}).`,
    ...[...inert, ...(hint === null ? [] : [hint])].map((line) => wrapText(line, style.width)),
  ].join('\n');
}
