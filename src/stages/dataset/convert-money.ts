import {
  and,
  call,
  caseWhen,
  column,
  integer,
  isNotNull,
  isNull,
  multiply,
  type NamedExpr,
  named,
  ne,
  nullOf,
  or,
  type SqlExpr,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  text,
  when,
} from '../../base/sql/index.ts';
import { type Conversion, RATE_DIGITS, withRates } from './conversion.ts';
import { isKnown, type MergedField } from './join-fields.ts';
import { inOrder } from './join-tables.ts';
import { columnsNamed, columnsOfField } from './plan-columns.ts';
import type { PartField, TableName } from './types.ts';

/** The days of a row of each table, the one that counts first. */
const daysOfRows: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  customers: ['started_on', 'last_purchase_on'],
  deals: ['closed_on', 'created_on'],
  signals: ['observed_on'],
  feedback: ['said_on'],
  touches: ['happened_on'],
};

/** True for a field of which sums may be in another currency than the base. */
export function isConvertible({ kind, unit, mixedCurrency }: PartField, base: string): boolean {
  return kind === 'money' && (mixedCurrency || (unit !== null && unit !== base));
}

/** The fields of a table as they are once their sums are converted. */
export function convertedFields(merged: readonly MergedField[], base: string): readonly MergedField[] {
  return merged.map(({ field, sources }) => {
    if (!isConvertible(field, base)) return { field, sources };
    return { field: { ...field, mixedCurrency: true, unit: null, converted: base }, sources };
  });
}

/**
 * A table with its sums in the base: each by the newest rate of its currency not after the day of its row, or of the
 * data where the row has none. A sum without such a rate stays as it is, in its own currency.
 */
export function convertedTable(
  rows: SqlRelation,
  merged: readonly MergedField[],
  conversion: Conversion,
): SqlSelect {
  const fields = merged.map(({ field }) => field);
  const { base } = conversion;
  const days = daysOfRow(fields);
  const names = fields.flatMap((field) => columnsOfField(field).map(({ name }) => name));
  const money = fields.filter((field) => isConvertible(field, base));
  const given = subquery(select({ columns: columnsNamed(names), from: rows }), 't');
  const from = money.reduce<SqlRelation>(
    (left, field, index) => withRates(left, conversion, { alias: `r${index}`, code: codeOf(field), days }),
    given,
  );
  const columns = fields.flatMap((field): readonly NamedExpr[] => {
    const index = money.indexOf(field);
    const own = columnsOfField(field).map(({ name }) => column(name, 't'));
    return index === -1 ? own.map((of) => named(of, of.name)) : converted(field, `r${index}`, base);
  });
  return inOrder(select({ columns, from }), convertedFields(merged, base));
}

function daysOfRow(fields: readonly PartField[]): readonly SqlExpr[] {
  const names = daysOfRows[fields[0]?.table ?? 'accounts'] ?? [];
  const own = names.filter((name) => fields.some((field) => field.name === name && field.kind === 'date'));
  return own.map((name) => column(name, 't'));
}

function codeOf({ name, mixedCurrency, unit }: PartField): SqlExpr {
  return mixedCurrency ? column(`${name}_currency`, 't') : text(unit ?? '');
}

function converted(field: PartField, alias: string, base: string): readonly NamedExpr[] {
  const { name, banded } = field;
  const rate = column('rate_value', alias);
  const known = isKnown(field, 't');
  const before = (of: 'rate_currency' | 'rate_on', type: 'text' | 'date') =>
    field.converted === undefined ? nullOf(type) : column(`${name}_${of}`, 't');
  const hasRate = and([known, isNotNull(rate)]);
  const inBase = (of: string) =>
    named(
      caseWhen(
        [when(isNotNull(rate), call('round', multiply(column(of, 't'), rate), integer(RATE_DIGITS)))],
        column(of, 't'),
      ),
      of,
    );
  const code = caseWhen([when(hasRate, text(base)), when(known, codeOf(field))], nullOf('text'));
  return [
    inBase(name),
    ...(banded ? [inBase(`${name}_low`), inBase(`${name}_high`)] : []),
    named(code, `${name}_currency`),
    named(caseWhen([when(hasRate, codeOf(field))], before('rate_currency', 'text')), `${name}_rate_currency`),
    named(caseWhen([when(hasRate, column('rate_day', alias))], before('rate_on', 'date')), `${name}_rate_on`),
  ];
}

/** True for a row whose sum of a converted field is not in the base: no rate is known for it. */
export function isUnconverted(field: PartField, base: string): SqlExpr {
  const code = column(`${field.name}_currency`);
  return and([isKnown(field, null), or([isNull(code), ne(code, text(base))])]);
}
