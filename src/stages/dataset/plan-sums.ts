import {
  and,
  asc,
  call,
  caseWhen,
  cast,
  column,
  count,
  countDistinct,
  ge,
  integer,
  isNotNull,
  isNull,
  max,
  min,
  multiply,
  named,
  number,
  type SqlExpr,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  text,
  when,
} from '../../base/sql/index.ts';
import { RATE_DIGITS, withRates } from './conversion.ts';
import { canonicalPartField } from './plan-fields.ts';
import { type FilledField, filledFields } from './plan-filled.ts';
import { ROW } from './plan-reader.ts';
import { ACCOUNT, type FilePlan, keyedRows, rowId, typedField } from './plan-rows.ts';
import { type Summands, sumColumns } from './sum-columns.ts';
import type { PartField } from './types.ts';

const RATES = 'fx';

/**
 * One row per account out of its purchases: what they are worth in all (refunds taken off), how many they are
 * (distinct orders where the file has their ids, else rows; a refund is none), the first and the last of them, and the
 * sum of every column that a person mapped onto a number of the customers.
 */
export function planSums(plan: FilePlan): {
  readonly query: SqlSelect;
  readonly fields: readonly PartField[];
} {
  const given = amountOf(plan);
  const bought = typedField(plan, 'transactions', 'bought_on');
  const amount = given === null ? null : inBase(plan, given);
  const rows = given === null ? keyed(plan) : ratedRows(plan, { amount: given, bought });
  const sums = [...(amount === null ? [] : [amount]), ...filledFields(plan, 'customers').map(summed)];
  const filter = amount === null ? null : ge(amount.value, number(0));
  const order = typedField(plan, 'transactions', 'order_id');
  const purchases =
    order === null ? count({ filter }) : countDistinct(call('coalesce', order, rowId(plan)), { filter });
  const built = [
    named(cast(purchases, 'double'), 'purchases'),
    ...(bought === null
      ? []
      : [
          named(min(bought, { filter }), 'first_purchase_on'),
          named(max(bought, { filter }), 'last_purchase_on'),
        ]),
  ];
  const totals = sums.flatMap(({ field, ...summands }) => sumColumns(field, summands));
  return {
    query: select({
      columns: [named(column(ACCOUNT), 'account_id'), ...totals, ...built],
      from: rows,
      where: isNotNull(column(ACCOUNT)),
      groupBy: [column(ACCOUNT)],
      orderBy: [asc(min(column(ROW)))],
    }),
    fields: [
      canonicalPartField('customers', 'account_id'),
      ...sums.map(({ field }) => field),
      ...built.map(({ as }) => canonicalPartField('customers', as)),
    ],
  };
}

/** A reason for which a purchase cannot be summed. */
export interface Unsummable {
  /** Over the keyed rows. */
  readonly rows: SqlExpr;
  /** The columns that should say it. */
  readonly columns: readonly string[];
  readonly reason: string;
}

/** The rows of a file of purchases that cannot be summed: those of no account, and those without an amount. */
export function unsummable(plan: FilePlan): readonly Unsummable[] {
  const amount = amountOf(plan);
  const headers = (fields: readonly string[]) =>
    plan.readers.filter(({ mapping }) => fields.includes(mapping.field)).map(({ mapping }) => mapping.column);
  const nobody = {
    rows: isNull(column(ACCOUNT)),
    columns: headers(['account_id', 'domain', 'name']),
    reason: 'names no account',
  };
  if (amount === null) return [nobody];
  const columns = headers(['amount', 'unit_price', 'quantity']);
  return [nobody, { rows: isNull(amount.value), columns, reason: 'has no amount' }];
}

interface Sum extends Summands {
  readonly field: PartField;
}

function keyed(plan: FilePlan): SqlRelation {
  return subquery(keyedRows(plan), 'k');
}

/** The currency of each purchase; null when nobody knows it, or all are in the base. */
function codeOf({ field, code }: Sum, base: string): SqlExpr | null {
  if (code !== null) return code;
  return field.unit === null || field.unit === base ? null : text(field.unit);
}

/** The rows with the rate of each beside it, by the day of the purchase. */
function ratedRows(
  plan: FilePlan,
  { amount, bought }: { readonly amount: Sum; readonly bought: SqlExpr | null },
): SqlRelation {
  const { conversion } = plan;
  const code = conversion === null ? null : codeOf(amount, conversion.base);
  if (conversion === null || code === null) return keyed(plan);
  const days = bought === null ? [] : [bought];
  return withRates(keyed(plan), conversion, { alias: RATES, code, days });
}

/** The amount in the base where its currency has a rate on its day, else as it stands. */
function inBase({ conversion }: FilePlan, amount: Sum): Sum {
  const code = conversion === null ? null : codeOf(amount, conversion.base);
  if (conversion === null || code === null) return amount;
  const { value, field } = amount;
  const rate = column('rate_value', RATES);
  const has = and([isNotNull(rate), isNotNull(value)]);
  const worth = call('round', multiply(value, rate), integer(RATE_DIGITS));
  return {
    field: { ...field, mixedCurrency: true, unit: null, converted: conversion.base },
    value: caseWhen([when(isNotNull(rate), worth)], value),
    code: caseWhen([when(has, text(conversion.base))], code),
    rate: {
      currency: caseWhen([when(has, code)]),
      on: caseWhen([when(has, column('rate_day', RATES))]),
    },
  };
}

/** The amount of a row: as it stands, else quantity times price, else the price. */
function amountOf(plan: FilePlan): Sum | null {
  const filled = filledFields(plan, 'transactions');
  const find = (name: string) => filled.find(({ field }) => field.name === name);
  const total = find('amount') ?? find('unit_price');
  if (total === undefined) return null;
  const { value, code, field } = summed(total);
  const { unit, mixedCurrency, known, knownBy, layer } = field;
  const quantity = field.name === 'amount' ? null : typedField(plan, 'transactions', 'quantity');
  return {
    field: {
      ...canonicalPartField('customers', 'purchase_value'),
      unit,
      mixedCurrency,
      known,
      knownBy,
      layer,
    },
    value: quantity === null ? value : multiply(value, quantity),
    code,
  };
}

function summed({ field, columns }: FilledField): Sum {
  const value = columns[0]?.expr ?? column(field.name);
  return { field, value, code: columns.find(({ as }) => as === `${field.name}_currency`)?.expr ?? null };
}
