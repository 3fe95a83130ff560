import type { FieldQuality } from '../../../app/report-quality.ts';
import type { FieldChange } from '../../../app/set-field.ts';
import type { ShownField } from '../../../app/show-field.ts';
import { countWords, holdsWords, plural } from '../../words/index.ts';
import type { TextStyle } from '../types.ts';
import { absenceLines } from './absence-text.ts';
import { coverageBar } from './coverage-bar.ts';
import { paintFor } from './paint.ts';
import { findingLines } from './quality-text.ts';
import { wrapText } from './wrap-text.ts';

const margin = 13;

/** One field: what it holds, how well it is known, what to look at. */
export function fieldText({ table, field, findings, conversion }: ShownField, style: TextStyle): string {
  const found = findings.length === 0 ? [] : ['', ...findingLines(findings, style, Number.POSITIVE_INFINITY)];
  const rates = conversion === null ? [] : [conversionLine(conversion, style)];
  return [...cardLines(table, field, style), ...rates, ...found].join('\n');
}

/** What a decision about a field changed, and how to take it back. */
export function fieldChangeText(change: FieldChange, style: TextStyle): string {
  const card = cardLines(change.table, change.field, style);
  if (change.commit === null) return ['Nothing changed: it was so already.', '', ...card].join('\n');
  return [
    ...change.merged.map(
      ({ from, to, rows }) =>
        `${plural(rows, 'row')}: \`${from}\` is now ${to === '' ? 'unknown' : `\`${to}\``}`,
    ),
    ...joinedLines(change.joined),
    ...(change.emptied > 0 && change.merged.length === 0
      ? [
          `${plural(change.emptied, 'value')} of \`${change.field.name}\` ${change.emptied === 1 ? 'is' : 'are'} unknown now.`,
        ]
      : []),
    ...card,
    '',
    ...absenceLines(change.absences, style),
    ...change.notes.map((note) => wrapText(`Note: ${note}`, style.width)),
    `Snapshot ${change.snapshot}. \`bestfit undo\` takes it back.`,
  ].join('\n');
}

function conversionLine(
  { converted, left, to, rates }: NonNullable<ShownField['conversion']>,
  { width }: TextStyle,
): string {
  const others = left === 0 ? '' : `, ${countWords(left)} without a rate`;
  const words = `${plural(converted, 'sum')} into ${to} by rates of ${rates.first} to ${rates.last}${others}`;
  return `  ${'converted'.padEnd(margin - 3)} ${wrapText(words, width - margin, ' '.repeat(margin))}`;
}

function joinedLines(joined: number): readonly string[] {
  if (joined === 0) return [];
  const accounts = plural(Math.abs(joined), 'account');
  if (joined < 0) return [`${accounts} more: they are apart again.`];
  return [`${accounts} ${joined === 1 ? 'is' : 'are'} one with another account now.`];
}

function cardLines(table: string, field: FieldQuality, style: TextStyle): readonly string[] {
  const paint = paintFor(style);
  const { coverage, prospects, known, knownBy } = field;
  const when =
    known === 'unknown'
      ? 'nobody has said whether before or after the sale'
      : `${known} the sale (${knownBy === 'user' ? 'you said so' : 'guessed'})`;
  const lines: readonly (readonly [string, string])[] = [
    ['kind', `${field.kind}, ${field.layer}${field.custom ? ', an attribute of your own' : ''}`],
    ['known for', `${coverageBar(coverage)}  ${countWords(coverage.known)} of ${plural(coverage.of, 'row')}`],
    ...(prospects === null
      ? []
      : [
          [
            'prospects',
            `${coverageBar(prospects)}  ${countWords(prospects.known)} of ${countWords(prospects.of)}${field.searchable === false ? ', too few to search by' : ''}`,
          ] as const,
        ]),
    ['known', when],
    ['holds', holdsWords(field)],
    ['from', sourceWords(field.sources)],
  ];
  return [
    paint.bold(`${field.label} (${table}.${field.name})`),
    ...lines.map(
      ([what, words]) =>
        `  ${what.padEnd(margin - 3)} ${wrapText(words, style.width - margin, ' '.repeat(margin))}`,
    ),
  ];
}

/** In the order in which they count, where there are several. */
function sourceWords(sources: readonly string[]): string {
  const several = sources.length > 1 ? ' (in this order where they know it; `--from` changes it)' : '';
  return `${sources.join(', ')}${several}`;
}
