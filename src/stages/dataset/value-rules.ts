import type { Scalar } from '../../base/expr/index.ts';
import {
  caseWhen,
  date,
  eq,
  gt,
  lt,
  multiply,
  nullOf,
  number,
  or,
  type SqlExpr,
  when,
} from '../../base/sql/index.ts';
import type { CellValue } from './cell-value.ts';
import { sqlTypeOf } from './plan-columns.ts';
import type { FieldKind, ValueRules } from './types.ts';

/** Rules that change nothing. */
export const noRules: ValueRules = { times: 1, low: null, high: null, unknown: [] };

/**
 * One value under the rules; null when it is unknown by them. A band is unknown as soon as one of its ends is out.
 *
 * @example
 * applyRules({ ...noRules, high: 10 }, { value: 12, low: 12, high: 12, currency: null }); // null
 */
export function applyRules(rules: ValueRules, { value, low, high, currency }: CellValue): CellValue | null {
  const scaled = (x: CellValue['value']) => (typeof x === 'number' ? x * rules.times : x);
  const next = {
    value: scaled(value),
    low: low === null ? null : low * rules.times,
    high: high === null ? null : high * rules.times,
    currency,
  };
  const first = next.value ?? next.low;
  const last = next.value ?? next.high;
  const below = rules.low !== null && first !== null && first < rules.low;
  const above = rules.high !== null && last !== null && last > rules.high;
  const listed = rules.unknown.some((each) => each === next.value);
  return below || above || listed ? null : next;
}

/** The columns behind a field: its value and, of bands, its two ends. */
export interface ValueColumns {
  readonly value: SqlExpr;
  readonly ends: { readonly low: SqlExpr; readonly high: SqlExpr } | null;
}

/** The same as `applyRules`, in SQL: each column under the rules. */
export function ruledColumns(
  rules: ValueRules,
  kind: FieldKind,
  { value, ends }: ValueColumns,
): ValueColumns {
  const type = sqlTypeOf(kind);
  const scaled = (of: SqlExpr) => (rules.times === 1 ? of : multiply(of, number(rules.times)));
  const is = scaled(value);
  const sides = ends === null ? null : { low: scaled(ends.low), high: scaled(ends.high) };
  const literal = (of: Scalar) => (kind === 'date' ? date(String(of)) : number(Number(of)));
  const out = or([
    ...(rules.low === null
      ? []
      : [is, ...(sides === null ? [] : [sides.low])].map((of) => lt(of, literal(rules.low as Scalar)))),
    ...(rules.high === null
      ? []
      : [is, ...(sides === null ? [] : [sides.high])].map((of) => gt(of, literal(rules.high as Scalar)))),
    ...rules.unknown.map((each) => eq(is, literal(each))),
  ]);
  const kept = (of: SqlExpr, as: typeof type) => caseWhen([when(out, nullOf(as))], of);
  return {
    value: kept(is, type),
    ends: sides === null ? null : { low: kept(sides.low, 'double'), high: kept(sides.high, 'double') },
  };
}

/** Rules and one more decision about them; what was said before of values is in the unit of before. */
export function addRules(before: ValueRules, more: Partial<ValueRules>): ValueRules {
  const times = more.times ?? 1;
  const scaled = (of: Scalar) => (typeof of === 'number' ? of * times : of);
  const end = (of: Scalar | null) => (of === null ? null : scaled(of));
  const ends = more.low === undefined && more.high === undefined ? before : null;
  return {
    times: before.times * times,
    low: ends === null ? (more.low ?? null) : end(ends.low),
    high: ends === null ? (more.high ?? null) : end(ends.high),
    unknown: [...new Set([...before.unknown.map(scaled), ...(more.unknown ?? [])])],
  };
}
