import type { ColumnMapping, JoinReport, SourceState, TableName } from '../../stages/dataset/index.ts';
import type { CurrentData } from '../current-data.ts';
import { fieldCommand, mergeOptions, quoteArgument } from './fix-command.ts';
import { toFinding } from './to-finding.ts';
import type { Finding, SetAsideRows } from './types.ts';

const shown = 5;
const exportAll = 'bestfit export quarantine --to quarantine.csv';

/** What went wrong when the files were read: rows set aside or repeated, failed joins, columns without a place. */
export function sourceFindings(data: CurrentData, quarantine: readonly SetAsideRows[]): readonly Finding[] {
  return data.commit.sources.flatMap((source) => {
    const aside = quarantine.find((rows) => rows.source === source.name) ?? null;
    return [
      ...(aside === null ? [] : setAside(source, aside)),
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

function setAside(source: SourceState, { rows, repeats, first }: SetAsideRows): readonly Finding[] {
  const count = rows - repeats;
  if (count === 0) return [];
  return [
    toFinding({
      kind: 'quarantined',
      table: tableOf(source),
      field: null,
      source: source.name,
      count,
      of: source.rows.in,
      examples: first.map(({ line, column, value, reason }) => {
        const cell = column === null ? '' : ` ${column}${value === null ? '' : ` \`${value}\``}:`;
        return `line ${line}:${cell} ${reason}`;
      }),
      message: `${count} of ${source.rows.in} rows of \`${source.name}\` ${count === 1 ? 'does' : 'do'} not fit and ${count === 1 ? 'was' : 'were'} set aside: correct the file and import it again`,
      fix: exportAll,
    }),
  ];
}

function repeated(source: SourceState, aside: number): readonly Finding[] {
  const { name, duplicates, rows } = source;
  if (duplicates === 0) return [];
  const what =
    aside > 0
      ? 'with the key of an earlier row, set aside'
      : 'cell by cell like an earlier row, kept: what they say counts twice';
  const message = `${duplicates} ${duplicates === 1 ? 'row' : 'rows'} of \`${name}\` ${what}`;
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
      fix: aside > 0 ? exportAll : null,
    }),
  ];
}

function failedJoin(data: CurrentData, source: SourceState, join: JoinReport): Finding {
  const of = join.matched + join.unmatched;
  const known = join.to === 'accounts';
  const message = `${join.unmatched} of ${of} rows of \`${source.name}\` ${join.unmatched === 1 ? 'names' : 'name'} a \`${join.column}\` that is not in ${known ? 'the accounts: nothing else is known of them' : `\`${join.to}\`: what it says is missing there`}`;
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
  const perhaps = /\(([a-z]+\.[a-z_]+)\)\?$/.exec(asks)?.[1] ?? null;
  const message =
    perhaps === null
      ? `\`${source.name}\`: ${asks} This confirms it`
      : `\`${column}\` of \`${source.name}\` is kept as an attribute of your own. ${asks}`;
  const place = quoteArgument(`${column}=${perhaps ?? `${table}.${field}`}`);
  return [
    toFinding({
      kind: 'to-place',
      table,
      field,
      source: source.name,
      count: coverage.known,
      of: coverage.of,
      examples: [],
      message,
      fix: `bestfit import ${quoteArgument(source.name)} --map ${place}`,
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
