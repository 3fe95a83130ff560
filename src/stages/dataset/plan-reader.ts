import {
  and,
  type CaseBranch,
  type Cell,
  type ColumnInfo,
  call,
  caseWhen,
  cast,
  column,
  eq,
  isNotNull,
  isNull,
  leftJoin,
  literal,
  type NamedExpr,
  named,
  nullOf,
  type SqlExpr,
  type SqlRelation,
  type SqlType,
  select,
  subquery,
  text,
  textList,
  when,
} from '../../base/sql/index.ts';
import { hasOwnReader, readCell } from './plan-cell.ts';
import { sqlTypeOf } from './plan-columns.ts';
import { fastValue, missesFastValue } from './plan-fast.ts';
import type { ColumnMapping } from './types.ts';

/** What the texts of one column that SQL cannot read mean: one row per different text. */
export interface Dictionary {
  readonly from: SqlRelation;
  readonly rows: number;
  /** All of its rows while they are few: a query then says them itself and joins nothing. Null when they are many. */
  readonly few: readonly (readonly Cell[])[] | null;
  readonly misfits: number;
  /** A value is known by its ends only. */
  readonly banded: boolean;
  /** A value names a currency other than the column's. */
  readonly otherCurrency: boolean;
}

/** How one column of a staged file becomes the columns of a field. */
export interface ColumnReader {
  readonly mapping: ColumnMapping;
  /** Column of the staged file. */
  readonly staged: string;
  /** Every text was read one by one, none is read in SQL: cheaper where few texts come again and again. */
  readonly everyText: boolean;
  /** The texts that are not read in SQL and do not stand for themselves; null when there are none. */
  readonly dictionary: Dictionary | null;
  /**
   * The dictionary holds the texts of a sample only: a text that is neither in it, nor one of `selves` (which stand for
   * themselves), nor read in SQL ends the query. Null when all texts were seen.
   */
  readonly sampled: SampledTexts | null;
}

/** What a sample says of the texts of a column. */
export interface SampledTexts {
  /** Texts that stand for themselves though SQL does not know it. */
  readonly selves: readonly string[];
  /** Ways of writing, as places in `fastBranches`, the commonest first. */
  readonly order: readonly number[];
}

/** Alias of the staged file in the queries of this module. */
export const STAGED = 's';
/** Row number in the staged file. */
export const ROW = '__row';

/** The texts of a column that must be read one by one: those without a plain value. */
export function restOf(mapping: ColumnMapping, staged: string): SqlExpr {
  const missed = missesFastValue(mapping, column(staged));
  return and([isNotNull(column(staged)), ...(missed === null ? [] : [missed])]);
}

/** Columns of a dictionary for a column of this kind. */
export function dictionaryColumns({ kind }: ColumnMapping): readonly ColumnInfo[] {
  const ends: readonly ColumnInfo[] = [
    { name: 'low', type: 'double' },
    { name: 'high', type: 'double' },
    { name: 'currency', type: 'text' },
  ];
  return [
    { name: 'written', type: 'text' },
    { name: 'reason', type: 'text' },
    { name: 'value', type: sqlTypeOf(kind) },
    ...(kind === 'number' || kind === 'money' ? ends : []),
  ];
}

/** The dictionary row of one text; null when the text is its own value and needs none. */
export function dictionaryRow(mapping: ColumnMapping, written: string): readonly Cell[] | null {
  const reading = readCell(mapping, written);
  if (reading.kind !== 'value')
    return [written, reading.kind === 'misfit' ? reading.reason : null, null, null, null, null];
  const { value, low, high, currency } = reading.value;
  if (value === written && isWords(mapping)) return null;
  return [written, null, value, low, high, currency];
}

/** Fields whose texts mostly stand for themselves: the dictionary holds the exceptions only. */
export function isWords({ kind }: ColumnMapping): boolean {
  return kind === 'text' || kind === 'category';
}

/** A reader and its place among all readers of the file, from which its columns have their names. */
export interface PlacedReader {
  readonly reader: ColumnReader;
  readonly index: number;
}

/** True for a reader whose dictionary a query joins. */
export function isJoined({ dictionary }: ColumnReader): boolean {
  return dictionary !== null && dictionary.few === null;
}

/** The staged file with its dictionaries beside it. */
export function withDictionaries(staged: SqlRelation, readers: readonly PlacedReader[]): SqlRelation {
  return readers.reduce<SqlRelation>((from, { reader, index }) => {
    if (reader.dictionary === null || !isJoined(reader)) return from;
    const alias = dictionaryAlias(index);
    const entries = dictionaryColumns(reader.mapping).map(({ name }) => column(name));
    const right = subquery(select({ columns: entries, from: reader.dictionary.from }), alias);
    return leftJoin(from, right, eq(column(reader.staged, STAGED), column('written', alias)));
  }, staged);
}

/** Name in the typed rows of a file of what one reader gives. */
export function typedName(index: number, suffix = ''): string {
  return `r${index + 1}${suffix}`;
}

/** True when the field needs its two ends beside the exact value. */
export function isBanded({ dictionary }: ColumnReader): boolean {
  return dictionary?.banded ?? false;
}

/** True when the field needs a currency per value. */
export function isMixed({ mapping, dictionary }: ColumnReader): boolean {
  return mapping.kind === 'money' && (dictionary?.otherCurrency ?? false);
}

/** The typed columns that one reader gives. */
export function typedColumns({ reader, index }: PlacedReader): readonly NamedExpr[] {
  const columns = [named(readValue(reader, index), typedName(index))];
  if (isBanded(reader)) {
    columns.push(named(readEnd(reader, index, 'low'), typedName(index, '_low')));
    columns.push(named(readEnd(reader, index, 'high'), typedName(index, '_high')));
  }
  if (isMixed(reader)) columns.push(named(readCurrency(reader, index), typedName(index, '_currency')));
  return columns;
}

function fastOf({ mapping, staged, everyText }: ColumnReader): SqlExpr | null {
  return everyText ? null : fastValue(mapping, column(staged, STAGED));
}

function readValue(reader: ColumnReader, index: number): SqlExpr {
  const { mapping, staged, dictionary, sampled } = reader;
  if (sampled !== null) return readSampled(reader, index, sampled);
  const of = column(staged, STAGED);
  const fast = fastOf(reader);
  const itself = hasOwnReader(mapping) && fast !== null ? call('coalesce', fast, of) : of;
  if (dictionary === null) return isWords(mapping) ? itself : (fast ?? nullOf(sqlTypeOf(mapping.kind)));
  const found = lookUp(reader, index, { name: 'value', otherwise: isWords(mapping) ? itself : null });
  return fast === null || isWords(mapping) ? found : call('coalesce', fast, found);
}

function readSampled(reader: ColumnReader, index: number, { selves, order }: SampledTexts): SqlExpr {
  const { mapping, staged, dictionary, everyText } = reader;
  const of = column(staged, STAGED);
  const type = sqlTypeOf(mapping.kind);
  const fast = fastValue(mapping, of, order);
  const otherwise = refuse(of, type);
  const known = [
    when(isNull(of), nullOf(type)),
    ...(dictionary === null ? [] : entriesOf(reader, index, 'value')),
    ...(selves.length === 0 ? [] : [when(call('isElement', of, textList(selves)), of)]),
  ];
  if (fast === null) return caseWhen(known, otherwise);
  if (everyText) return caseWhen(known, call('coalesce', fast, otherwise));
  return call('coalesce', fast, caseWhen(known, otherwise));
}

/** Ends the query: no text with such a beginning is a number. */
function refuse(of: SqlExpr, type: SqlType): SqlExpr {
  const number = cast(call('concat', text('unread: '), of), 'integer');
  return type === 'integer' ? number : cast(cast(number, 'text'), type);
}

function readEnd(reader: ColumnReader, index: number, end: 'low' | 'high'): SqlExpr {
  const fast = fastOf(reader);
  const found = lookUp(reader, index, { name: end, otherwise: null });
  return fast === null ? found : call('coalesce', fast, found);
}

function readCurrency(reader: ColumnReader, index: number): SqlExpr {
  const own = reader.mapping.format.currency;
  const fast = fastOf(reader);
  const found = lookUp(reader, index, { name: 'currency', otherwise: null });
  if (fast === null) return found;
  return caseWhen([when(isNotNull(fast), own === null ? nullOf('text') : text(own))], found);
}

/** What the dictionary says of a row's text; `otherwise` where it does not hold the text. */
function lookUp(
  reader: ColumnReader,
  index: number,
  { name, otherwise }: { readonly name: string; readonly otherwise: SqlExpr | null },
): SqlExpr {
  if (reader.dictionary?.few === null && otherwise === null) return column(name, dictionaryAlias(index));
  return caseWhen(entriesOf(reader, index, name), otherwise);
}

/** What the dictionary says, as branches: one for each of few texts, or one for all that it holds. */
function entriesOf(
  { mapping, staged, dictionary }: ColumnReader,
  index: number,
  name: string,
): readonly CaseBranch[] {
  const few = dictionary?.few ?? null;
  const alias = dictionaryAlias(index);
  if (few === null) return [when(isNotNull(column('written', alias)), column(name, alias))];
  const columns = dictionaryColumns(mapping);
  const at = columns.findIndex((each) => each.name === name);
  const type = columns[at]?.type ?? 'text';
  return few.map((entry) =>
    when(eq(column(staged, STAGED), text(String(entry[0]))), literal(entry[at] ?? null, type)),
  );
}

function dictionaryAlias(index: number): string {
  return `d${index + 1}`;
}
