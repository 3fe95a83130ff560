import { signalSubject } from '../../../base/expr/index.ts';
import type { FileKind, FoundChanges } from '../../../stages/dataset/index.ts';
import { countWords, plural } from '../../words/index.ts';
import type { TextStyle } from '../types.ts';
import { wrapText } from './wrap-text.ts';

type FieldChanges = FoundChanges['fields'][number];

/** What changed between two dated imports of a file, field by field, with what became signals and what did not. */
export function foundChangesLines(
  { from, to, added, gone, fields }: FoundChanges,
  as: FileKind,
  { width }: TextStyle,
): readonly string[] {
  const what =
    as === 'accounts' || as === 'customers' ? plural(added, 'company', 'companies') : plural(added, 'row');
  const head = `Since ${from}: ${what} new, ${countWords(gone)} no longer listed.`;
  const signals = fields.filter(({ left }) => left === null);
  const total = signals.reduce((sum, { rows }) => sum + rows, 0);
  return [
    `${head}${total === 0 ? '' : ` ${plural(total, 'signal')}, seen between ${from} and ${to}:`}`,
    ...fields.map((field) => wrapText(`  ${lineOf(field)}`, width, '    ')),
    ...(signals.length === 0 ? [] : [hintOf(signals)]),
  ];
}

/** A posting that closes is a change of what kind of events there are; all others are named as they are. */
function hintOf(signals: readonly FieldChanges[]): string {
  const name = signals.every(({ table }) => table === 'signals') ? 'signals.kind' : 'NAME';
  return `  (\`bestfit field ${name} --signals off\` when changes of ${name === 'NAME' ? 'a field' : 'this kind'} say nothing)`;
}

function lineOf({ field, rows, signals, left }: FieldChanges): string {
  const count = `${field}: ${countWords(rows)}`;
  if (left === 'switched off') return `${count} differ, no signals: switched off`;
  if (left === 'filed elsewhere') {
    return `${count} differ, no signals: where a list files a company is no event at it (\`bestfit field ${field} --signals on\` when it is)`;
  }
  if (left === 'written anew') {
    return `${count} differ, no signals: most values are other than before, so they were written anew`;
  }
  const named = signals.map((signal) => `${wordsOf(signal)} ${countWords(signal.rows)}`).join(', ');
  const shown = signals.reduce((sum, signal) => sum + signal.rows, 0);
  return `${count} (${named}${shown < rows ? `, others ${countWords(rows - shown)}` : ''})`;
}

function wordsOf({ kind, about }: FieldChanges['signals'][number]): string {
  return signalSubject({ kind, about, within: null, minStrength: null });
}
