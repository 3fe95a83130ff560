import {
  aggregate,
  and,
  asc,
  call,
  caseWhen,
  cast,
  column,
  count,
  countDistinct,
  countOf,
  countWhere,
  date,
  desc,
  eq,
  gt,
  isNotNull,
  isNull,
  leftJoin,
  lt,
  max,
  min,
  type NamedExpr,
  named,
  number,
  or,
  type SqlExpr,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  text,
  unnest,
  when,
} from '../../base/sql/index.ts';
import { isKnown } from './join-fields.ts';
import { columnsOfField } from './plan-columns.ts';
import { keyColumn } from './plan-fields.ts';
import type { PartField } from './types.ts';

/** Values of a field that the catalog lists. */
export const MOST_VALUES = 200;
/** Rows from which different texts, numbers and dates are estimated. */
const LONG = 100_000;

/**
 * One row that counts every field of a table: `rows`, and for field number i `k{i}` known, `d{i}` distinct (not of
 * sets and bands), `lo{i}` and `hi{i}`. With `present` (accounts that are present customers) also `prospects` and `p{i}`, the same among the
 * other accounts.
 */
export function fieldCountsQuery(
  table: SqlRelation,
  fields: readonly PartField[],
  { present, rows: length }: { readonly present: SqlRelation | null; readonly rows: number },
): SqlSelect {
  const names = fields.flatMap((field) => columnsOfField(field).map(({ name }) => name));
  const rows = subquery(select({ columns: names.map((name) => column(name)), from: table }), 't');
  const from =
    present === null
      ? rows
      : leftJoin(rows, present, eq(column('account_id', 't'), column('present_id', 'present')));
  const prospect = present === null ? null : isNull(column('present_id', 'present'));
  return select({
    columns: [
      named(count(), 'rows'),
      ...(prospect === null ? [] : [named(countWhere(prospect), 'prospects')]),
      ...fields.flatMap((field, index) => fieldCounts(field, index, { prospect, rows: length })),
    ],
    from,
  });
}

/** The accounts that are customers on a day, as `present.present_id`. */
export function presentCustomers(
  customers: SqlRelation,
  options: { readonly hasEnd: boolean; readonly on: string },
): SqlRelation {
  const ended = column('ended_on');
  const where = options.hasEnd ? or([isNull(ended), gt(ended, date(options.on))]) : null;
  const columns = [named(column('account_id'), 'present_id')];
  return subquery(select({ columns, distinct: true, from: customers, where }), 'present');
}

/** The commonest values of a field as `value` and `rows`, at most 200; null for free text and numbers. */
export function topValuesQuery(table: SqlRelation, field: PartField): SqlSelect | null {
  if (!isListed(field)) return null;
  const { from, value } = valuesOf(table, field);
  return select({
    columns: [named(cast(value, 'text'), 'value'), named(count(), 'rows')],
    from,
    where: isNotNull(value),
    groupBy: [value],
    orderBy: [desc(count()), asc(value)],
    limit: MOST_VALUES,
  });
}

/** Number of different elements of a set, or of different bands, as `elements`; null for other fields. */
export function countApart(table: SqlRelation, field: PartField): SqlSelect | null {
  if (field.kind === 'set') {
    const { from, value } = valuesOf(table, field);
    return select({ columns: [named(countDistinct(value), 'elements')], from });
  }
  if (!field.banded) return null;
  const { columns, known } = endsOf(field);
  const bands = select({ columns, distinct: true, from: table, where: known });
  return select({ columns: [named(count(), 'elements')], from: subquery(bands, 'bands') });
}

/**
 * What `topValuesQuery` and `countApart` ask of all fields, as one query: a column by the name of each field with a list
 * of values or with bands, null where nothing is known. Null when there are none.
 */
export function countedCells(table: SqlRelation, fields: readonly PartField[]): SqlSelect | null {
  const columns = fields.flatMap((field) => {
    if (isListed(field)) return [named(column(field.name), field.name)];
    return field.banded ? [named(bandAsText(field), field.name)] : [];
  });
  return columns.length === 0 ? null : select({ columns, from: table });
}

/** True for a field whose commonest values are listed. */
export function isListed({ kind }: PartField): boolean {
  return kind === 'category' || kind === 'boolean' || kind === 'set';
}

function bandAsText(field: PartField): SqlExpr {
  const { columns, known } = endsOf(field);
  const [low, high] = columns.map((end) => cast(end, 'text')) as [SqlExpr, SqlExpr];
  return caseWhen([when(known, call('concat', low, text('|'), high))]);
}

function endsOf({ name }: PartField) {
  const columns = [column(`${name}_low`), column(`${name}_high`)];
  return { columns, known: or(columns.map(isNotNull)) };
}

function valuesOf(
  table: SqlRelation,
  field: PartField,
): { readonly from: SqlRelation; readonly value: SqlExpr } {
  if (field.kind !== 'set') return { from: table, value: column(field.name) };
  return {
    from: unnest(table, { of: column(field.name), as: '__element', alias: 'u' }),
    value: column('__element'),
  };
}

function fieldCounts(
  field: PartField,
  index: number,
  { prospect, rows }: { readonly prospect: SqlExpr | null; readonly rows: number },
): readonly NamedExpr[] {
  const known = isKnown(field, 't');
  return [
    named(field.banded ? countWhere(known) : countOf(column(field.name, 't')), `k${index}`),
    ...(field.kind === 'set' || field.banded ? [] : [named(distinctCount(field, rows), `d${index}`)]),
    ...range(field, index),
    ...(prospect === null ? [] : [named(countWhere(and([prospect, known])), `p${index}`)]),
  ];
}

/** No two rows of the accounts share an id: counting them apart would only cost time. */
function distinctCount(field: PartField, rows: number): SqlExpr {
  const of = column(field.name, 't');
  if (isKey(field)) return countOf(of);
  return isAbout(field, rows) ? aggregate('countDistinctAbout', [of]) : countDistinct(of);
}

function isKey({ table, name }: PartField): boolean {
  return table === 'accounts' && name === keyColumn('accounts');
}

/** True for a field of a long table whose different values are estimated, where no list holds them all. */
export function isAbout(field: PartField, rows: number): boolean {
  const estimated = field.kind !== 'set' && field.kind !== 'year' && !field.banded;
  return rows >= LONG && estimated && !isKey(field);
}

function range(field: PartField, index: number): readonly NamedExpr[] {
  if (!['number', 'money', 'year', 'date'].includes(field.kind)) return [];
  const low = column(field.banded ? `${field.name}_low` : field.name, 't');
  const high = column(field.banded ? `${field.name}_high` : field.name, 't');
  const closed = field.banded;
  return [
    named(min(low, closed ? { filter: gt(low, number(Number.NEGATIVE_INFINITY)) } : {}), `lo${index}`),
    named(max(high, closed ? { filter: lt(high, number(Number.POSITIVE_INFINITY)) } : {}), `hi${index}`),
  ];
}
