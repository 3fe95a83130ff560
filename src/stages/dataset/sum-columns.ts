import {
  and,
  asc,
  call,
  caseWhen,
  column,
  count,
  countOf,
  divide,
  eq,
  isNotNull,
  max,
  min,
  multiply,
  type NamedExpr,
  named,
  number,
  or,
  type SqlExpr,
  type SqlRelation,
  type SqlSelect,
  select,
  sum,
  text,
  when,
} from '../../base/sql/index.ts';
import type { PartField } from './types.ts';

/** Sums are added up in millionths, as whole numbers: the same rows give the same sum in whatever order. */
const MILLION = 1_000_000;

/** What the rows of a group say of a field. */
export interface Summands {
  readonly value: SqlExpr;
  readonly code: SqlExpr | null;
  /** The currency that a row was converted from, and the day of the rate; both null where it was not. */
  readonly rate?: { readonly currency: SqlExpr; readonly on: SqlExpr } | null;
}

/**
 * The sum of a field over the rows of a group, with its currency where rows carry their own (`code`). It is unknown
 * when the rows are in several currencies, as no rate says what the others are worth.
 */
export function sumColumns(field: PartField, { value, code, rate = null }: Summands): readonly NamedExpr[] {
  const total = divide(sum(call('round', multiply(value, number(MILLION)))), number(MILLION));
  if (!field.mixedCurrency || code === null) return [named(total, field.name)];
  const known = caseWhen([when(isNotNull(value), code)]);
  const one = and([eq(min(known), max(known)), eq(countOf(known), countOf(value))]);
  const comparable = or([eq(countOf(known), number(0)), one]);
  return [
    named(caseWhen([when(comparable, total)]), field.name),
    named(caseWhen([when(one, min(known))]), `${field.name}_currency`),
    ...(field.converted === undefined || rate === null ? [] : ratesOfSum(field.name, rate)),
  ];
}

/** The currency that rows were converted from, `several` for more than one, and the newest rate among theirs. */
function ratesOfSum(name: string, { currency, on }: NonNullable<Summands['rate']>): readonly NamedExpr[] {
  const same = eq(min(currency), max(currency));
  const several = caseWhen([when(isNotNull(min(currency)), text('several'))]);
  return [
    named(caseWhen([when(same, min(currency))], several), `${name}_rate_currency`),
    named(max(on), `${name}_rate_on`),
  ];
}

/**
 * One row per account out of several sums over its purchases, as those of two files: what is unknown in one of them is
 * unknown in all.
 */
export function addSums(from: SqlRelation, fields: readonly PartField[]): SqlSelect {
  const columns = fields.flatMap((field): readonly NamedExpr[] => {
    const value = column(field.name);
    if (field.name === 'account_id') return [named(value, field.name)];
    if (field.kind === 'date') {
      return [named(field.name === 'first_purchase_on' ? min(value) : max(value), field.name)];
    }
    const code = field.mixedCurrency ? column(`${field.name}_currency`) : null;
    const [currency, on] = [column(`${field.name}_rate_currency`), column(`${field.name}_rate_on`)];
    const sums = sumColumns(field, { value, code, rate: { currency, on } });
    if (field.name !== 'purchase_value') return sums;
    const complete = eq(countOf(value), count());
    return sums.map(({ expr, as }) => named(caseWhen([when(complete, expr)]), as));
  });
  return select({
    columns,
    from,
    groupBy: [column('account_id')],
    orderBy: [asc(column('account_id'))],
  });
}
