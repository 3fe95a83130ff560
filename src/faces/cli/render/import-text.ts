import type { ImportResult } from '../../../app/import-files.ts';
import type { ColumnMapping } from '../../../stages/dataset/index.ts';
import { countWords, plural } from '../../words/index.ts';
import type { TextStyle } from '../types.ts';
import { absenceLines } from './absence-text.ts';
import { disagreementLines } from './disagreement-text.ts';
import { foundChangesLines } from './found-changes-lines.ts';
import { paintFor } from './paint.ts';
import { textTable } from './text-table.ts';
import { wrapText } from './wrap-text.ts';

/** Customers, or deals where there are none, up to which beliefs are asked for. */
const fewCompared = 60;

type ImportedFile = ImportResult['files'][number];

/** How each file was read, what was set aside, what joined, and what the workspace now holds. */
export function importText(result: ImportResult, style: TextStyle): string {
  return [
    ...result.files.flatMap((file) => [...fileLines(file, style), '']),
    ...joinLines(result, style),
    ...absenceLines(result.absences, style),
    ...disagreementLines(result, style),
    tablesLine(result),
    ...changeLines(result),
    ...unsaidWarnings(result).map((warning) => wrapText(`Note: ${warning}`, style.width, '  ')),
    result.dryRun
      ? 'Dry run: nothing was changed.'
      : `Snapshot ${result.snapshot}. \`bestfit undo\` takes it back; next: \`bestfit quality\`, \`bestfit discover\`.`,
    ...beliefHint(result, style),
  ].join('\n');
}

/** With so few, what is said before looking is found far more often than what is searched for. */
function beliefHint({ tables, dryRun }: ImportResult, { width }: TextStyle): readonly string[] {
  const rowsOf = (name: string) => tables.find(({ table }) => table === name)?.rows ?? 0;
  const compared = rowsOf('customers') || rowsOf('deals');
  if (dryRun || compared === 0 || compared > fewCompared) return [];
  const hint =
    'Before you look, say which traits you believe in, three at most: `bestfit judge --believe "{ field: industry, any: [dental clinic] }"`. Each is tested by itself, which finds more than a search.';
  return [wrapText(hint, width, '  ')];
}

/** The warnings that do not stand under their file already. */
function unsaidWarnings({ files, warnings }: ImportResult): readonly string[] {
  const said = new Set(files.flatMap((file) => file.warnings.map((warning) => `${file.name}: ${warning}`)));
  return warnings.filter((warning) => !said.has(warning));
}

function fileLines(file: ImportedFile, style: TextStyle): readonly string[] {
  const paint = paintFor(style);
  const { rows, mapping, duplicates } = file;
  const alike = duplicates.by === 'key' ? 'with a key seen before' : 'alike';
  const doubled =
    duplicates.rows === 0
      ? ''
      : `, ${plural(duplicates.rows, 'row')} ${alike} (${duplicates.kept ? 'kept' : 'set aside'})`;
  return [
    `${paint.bold(file.name)}: ${mapping.as} (${file.how}; ${mapping.why}${sureWords(mapping)})`,
    `${plural(rows.in, 'row')} = ${countWords(rows.kept)} kept + ${countWords(rows.quarantined)} set aside${doubled}`,
    mappingTable(mapping.columns, style),
    ...quarantineLines(file, style),
    ...foundLines(file, style),
    ...askLines(file, style),
    ...file.warnings.map((warning) => wrapText(`Note: ${warning}`, style.width, '  ')),
  ];
}

function sureWords({ confidence }: ImportedFile['mapping']): string {
  return confidence === 1 ? '' : `; ${Math.round(100 * confidence)}% sure`;
}

function mappingTable(columns: readonly ColumnMapping[], style: TextStyle): string {
  const paint = paintFor(style);
  return textTable(
    [
      { title: '  column', most: 34 },
      { title: 'taken for', most: 34 },
      { title: 'kind' },
      { title: 'sure', align: 'right' },
      { title: '' },
    ],
    columns.map((c) => [
      `  ${c.column}`,
      c.ignored ? paint.dim(`left out: ${c.why}`) : `${c.table}.${c.field}${c.custom ? ' (own)' : ''}`,
      c.ignored ? '' : c.kind,
      c.ignored || c.custom ? '' : `${Math.round(100 * c.confidence)}%`,
      c.decidedBy === 'guessed' ? '' : c.decidedBy,
    ]),
  );
}

function quarantineLines({ quarantine }: ImportedFile, { width }: TextStyle): readonly string[] {
  if (quarantine.total === 0) return [];
  const shown = quarantine.first.slice(0, 5).map(({ line, column, value, reason }) => {
    const cell = column === null ? '' : ` ${column}${value === null ? '' : ` \`${value}\``}:`;
    return wrapText(`  line ${line}:${cell} ${reason}`, width, '    ');
  });
  const more = quarantine.total - shown.length;
  return [
    `Set aside, to correct in the file and import again:`,
    ...shown,
    ...(more > 0
      ? [`  and ${countWords(more)} more (--json lists 20; \`bestfit export quarantine\` all)`]
      : []),
  ];
}

function foundLines({ found, mapping }: ImportedFile, style: TextStyle): readonly string[] {
  return found === null ? [] : foundChangesLines(found, mapping.as, style);
}

function askLines({ asks }: ImportedFile, { width }: TextStyle): readonly string[] {
  const questions = asks.filter((ask) => ask.asks !== null);
  if (questions.length === 0) return [];
  return [
    'Please check:',
    ...questions.map(({ column, asks: ask }) => wrapText(`  ${column}: ${ask}`, width, '    ')),
  ];
}

function joinLines({ joins }: ImportResult, { width }: TextStyle): readonly string[] {
  const failed = joins.filter((join) => join.unmatched > 0);
  if (failed.length === 0) return [];
  const lines = failed.map((join) => {
    const examples = join.examples
      .slice(0, 3)
      .map(
        ({ value, count, nearest }) =>
          `\`${value}\` (${countWords(count)})${nearest === null ? '' : `, nearest \`${nearest}\``}`,
      )
      .join('; ');
    return wrapText(
      `  ${join.source}, ${join.column} to ${join.to}: ${countWords(join.matched)} joined, ${countWords(join.unmatched)} did not: ${examples}`,
      width,
      '    ',
    );
  });
  return ['Joins that failed:', ...lines, ''];
}

function tablesLine({ tables }: ImportResult): string {
  return `The workspace holds ${tables.map(({ table, rows }) => `${countWords(rows)} ${table}`).join(', ')}.`;
}

function changeLines({ changes }: ImportResult): readonly string[] {
  const moved = changes.filter((change) => change.changed + change.removed > 0);
  if (changes.length > 0 && changes.every(({ added, changed, removed }) => added + changed + removed === 0))
    return ['  Nothing is new: the workspace held these rows before.'];
  return moved.map(
    ({ table, added, changed, removed }) =>
      `  ${table}: ${countWords(added)} added, ${countWords(changed)} changed, ${countWords(removed)} removed`,
  );
}
