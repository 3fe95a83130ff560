import {
  asc,
  call,
  cast,
  column,
  count,
  countDistinct,
  ge,
  isNotNull,
  isNull,
  max,
  min,
  multiply,
  named,
  number,
  type SqlExpr,
  type SqlSelect,
  select,
  subquery,
} from '../../base/sql/index.ts';
import { canonicalPartField } from './plan-fields.ts';
import { type FilledField, filledFields } from './plan-filled.ts';
import { ACCOUNT, type FilePlan, keyedRows, ROW, rowId, typedField } from './plan-rows.ts';
import { sumColumns } from './sum-columns.ts';
import type { PartField } from './types.ts';

/**
 * One row per account out of its purchases: what they are worth in all (refunds taken off), how many they are
 * (distinct orders where the file has their ids, else rows; a refund is none), the first and the last of them, and the
 * sum of every column that a person mapped onto a number of the customers.
 */
export function planSums(plan: FilePlan): {
  readonly query: SqlSelect;
  readonly fields: readonly PartField[];
} {
  const amount = amountOf(plan);
  const sums = [...(amount === null ? [] : [amount]), ...filledFields(plan, 'customers').map(summed)];
  const filter = amount === null ? null : ge(amount.value, number(0));
  const order = typedField(plan, 'transactions', 'order_id');
  const bought = typedField(plan, 'transactions', 'bought_on');
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
  const totals = sums.flatMap(({ field, value, code }) => sumColumns(field, { value, code }));
  return {
    query: select({
      columns: [named(column(ACCOUNT), 'account_id'), ...totals, ...built],
      from: subquery(keyedRows(plan), 'k'),
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

interface Sum {
  readonly field: PartField;
  readonly value: SqlExpr;
  readonly code: SqlExpr | null;
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
