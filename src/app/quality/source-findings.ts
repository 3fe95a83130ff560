import type { ColumnMapping, JoinReport, SourceState, TableName } from '../../stages/dataset/index.ts';
import type { CurrentData } from '../current-data.ts';
import { fieldCommand, mergeOptions, quoteArgument } from './fix-command.ts';
import { toFinding } from './to-finding.ts';
import type { Finding, SetAsideRows } from './types.ts';

const shown = 5;

/** What went wrong when the files were read: rows set aside or repeated, failed joins, columns without a place. */
export function sourceFindings(data: CurrentData, quarantine: readonly SetAsideRows[]): readonly Finding[] {
  return data.commit.sources.flatMap((source) => {
    const aside = quarantine.find((rows) => rows.source === source.name) ?? null;
    return [
      ...(aside === null ? [] : [setAside(source, aside)]),
      ...repeated(source, aside?.repeats ?? 0),
      ...source.joins.filter(({ unmatched }) => unmatched > 0).map((join) => failedJoin(data, source, join)),
      ...source.mapping.columns.flatMap((column) => unplaced(data, source, column)),
      ...emptyColumns(source),
    ];
  });
}

function tableOf({ mapping }: SourceState): TableName | null {
  return mapping.as === 'lookup' ? null : mapping.as;
}

function setAside(source: SourceState, { rows, first }: SetAsideRows): Finding {
  return toFinding({
    kind: 'quarantined',
    table: tableOf(source),
    field: null,
    source: source.name,
    count: rows,
    of: source.rows.in,
    examples: first.map(({ line, column, value, reason }) => {
      const cell = column === null ? '' : ` ${column}${value === null ? '' : ` \`${value}\``}:`;
      return `line ${line}:${cell} ${reason}`;
    }),
    message: `${rows} of ${source.rows.in} rows of \`${source.name}\` do not fit and were set aside: correct them and import them again`,
    fix: 'bestfit export quarantine --to quarantine.csv',
  });
}

function repeated(source: SourceState, setAsideRepeats: number): readonly Finding[] {
  const { name, duplicates, rows } = source;
  if (duplicates === 0) return [];
  const what =
    setAsideRepeats > 0
      ? 'have the key of an earlier row and were set aside'
      : 'are cell by cell like an earlier row and were kept: each counts twice';
  const message = `${duplicates} rows of \`${name}\` ${what}`;
  return [
    toFinding({
      kind: 'duplicates',
      table: tableOf(source),
      field: null,
      source: name,
      count: duplicates,
      of: rows.in,
      examples: [],
      message,
      fix: null,
    }),
  ];
}

function failedJoin(data: CurrentData, source: SourceState, join: JoinReport): Finding {
  const of = join.matched + join.unmatched;
  const message = `${join.unmatched} of ${of} values of \`${join.column}\` in \`${source.name}\` were not found in ${join.to === 'accounts' ? 'the accounts' : `\`${join.to}\``}: what they stand for is unknown`;
  return toFinding({
    kind: 'unmatched',
    table: tableOf(source),
    field: null,
    source: source.name,
    count: join.unmatched,
    of,
    examples: join.examples.slice(0, shown).map(({ value, count, nearest }) => {
      const near = nearest === null ? '' : `, nearest \`${nearest}\``;
      return `\`${value}\` (${count})${near}`;
    }),
    message,
    fix: mendJoin(data, source, join),
  });
}

/** Writing the values as they are known elsewhere makes the join find them. */
function mendJoin(data: CurrentData, { mapping }: SourceState, join: JoinReport): string | null {
  const near = join.examples.flatMap(({ value, nearest }) =>
    nearest === null ? [] : [{ from: value, to: nearest }],
  );
  const options = mergeOptions(near);
  const joined = mapping.columns.find(({ column }) => column === join.column);
  const place =
    join.by === 'name' ? { table: 'accounts' as const, name: 'name' } : join.by === 'key' && joined;
  if (options === null || place === false || place === undefined) return null;
  const field = 'name' in place ? data.field(place.table, place.name) : data.field(place.table, place.field);
  return field === null ? null : fieldCommand(data, field, options);
}

function unplaced(
  data: CurrentData,
  source: SourceState,
  { column, table, field, asks, ignored }: ColumnMapping,
): readonly Finding[] {
  if (asks === null || ignored) return [];
  const coverage = data.field(table, field)?.coverage ?? { known: 0, of: source.rows.kept };
  const to = /\(([a-z]+\.[a-z_]+)\)\?$/.exec(asks)?.[1] ?? 'FIELD';
  return [
    toFinding({
      kind: 'to-place',
      table,
      field,
      source: source.name,
      count: coverage.known,
      of: coverage.of,
      examples: [],
      message: `\`${column}\` of \`${source.name}\` is kept as an attribute of your own: ${asks}`,
      fix: `bestfit import ${quoteArgument(source.name)} --map ${quoteArgument(`${column}=${to}`)}`,
    }),
  ];
}

function emptyColumns(source: SourceState): readonly Finding[] {
  const names = source.mapping.columns
    .filter(({ ignored, why }) => ignored && why === 'it is empty')
    .map(({ column }) => column);
  if (names.length === 0) return [];
  const message = `${names.length === 1 ? 'a column' : `${names.length} columns`} of \`${source.name}\` without a single value`;
  return [
    toFinding({
      kind: 'empty',
      table: tableOf(source),
      field: null,
      source: source.name,
      count: names.length,
      of: source.mapping.columns.length,
      examples: names.slice(0, shown).map((name) => `\`${name}\``),
      message,
      fix: null,
    }),
  ];
}
