import type { ImportResult } from '../../../app/import-files.ts';
import { plural } from '../../words/index.ts';
import type { TextStyle } from '../types.ts';
import { wrapText } from './wrap-text.ts';

const shown = 5;

/** Where files say different things: which counts, an example, and how to turn it round. */
export function disagreementLines(
  { disagreements }: Pick<ImportResult, 'disagreements'>,
  { width }: TextStyle,
): readonly string[] {
  if (disagreements.length === 0) return [];
  const lines = disagreements.slice(0, shown).map(({ table, field, rows, sources, example }) => {
    const { row, taken, other } = example;
    const said = `\`${row.trim()}\` is \`${taken.value}\` in ${taken.source}, \`${other.value}\` in ${other.source}`;
    const words = `  ${table}.${field}: ${plural(rows, 'row')}, such as ${said}; the order is ${sources.join(', ')}`;
    return wrapText(words, width, '    ');
  });
  const more = disagreements.length - shown;
  return [
    'Files say different things; the newest that knows a value counts, or whom `bestfit field NAME --from FILE` trusts:',
    ...lines,
    ...(more > 0 ? [`  and ${plural(more, 'more field')} (\`bestfit quality\`)`] : []),
    '',
  ];
}
