import { evaluateGrowth } from './evaluate-growth.ts';
import { evaluateSignal } from './evaluate-signal.ts';
import { evaluateTool } from './evaluate-tool.ts';
import { isDate } from './is-date.ts';
import type { Band, ExprRecord, ResolvedCondition, Truth, Value } from './types.ts';

/**
 * Whether a condition holds for one account: yes, no or unknown. This is the reference that every engine's SQL
 * equals on every record. A value of a kind that the operator cannot compare is unknown, never no; numbers in
 * records are never NaN.
 *
 * @example
 * evaluate({ op: 'window', field: 'employees', low: 20, high: 120, currency: null }, record);
 */
export function evaluate(condition: ResolvedCondition, record: ExprRecord): Truth {
  switch (condition.op) {
    case 'member':
      return evaluateMember(condition, heldBy(record, condition.field));
    case 'window':
      return isInCurrency(condition, record)
        ? evaluateWindow(condition, heldBy(record, condition.field))
        : null;
    case 'dates':
      return evaluateDates(condition, heldBy(record, condition.field));
    case 'growth':
      return evaluateGrowth(condition, record);
    case 'tool':
      return evaluateTool(condition, record);
    case 'signal':
      return evaluateSignal(condition, record);
    case 'all':
      return every(condition.conditions.map((part) => evaluate(part, record)));
  }
}

function heldBy({ values }: ExprRecord, field: string): Value {
  return Object.hasOwn(values, field) ? (values[field] ?? null) : null;
}

function every(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

function evaluateMember(
  { values, negated }: Extract<ResolvedCondition, { op: 'member' }>,
  value: Value,
): Truth {
  const found = isMember(values, value);
  return found === null ? null : found !== negated;
}

function isMember(values: readonly unknown[], value: Value): Truth {
  if (value === null) return null;
  if (isSet(value)) return value.some((element) => values.includes(element));
  if (!isBand(value)) return values.includes(value);
  const inside = values.some(
    (listed) => typeof listed === 'number' && value.low <= listed && listed <= value.high,
  );
  if (!inside) return false;
  return value.low === value.high ? true : null;
}

function isInCurrency(
  { field, currency }: Extract<ResolvedCondition, { op: 'window' }>,
  { currencies }: ExprRecord,
): boolean {
  return currency === null || (Object.hasOwn(currencies, field) && currencies[field] === currency);
}

function evaluateWindow({ low, high }: Extract<ResolvedCondition, { op: 'window' }>, value: Value): Truth {
  if (typeof value === 'number') return low <= value && value <= high;
  if (value === null || !isBand(value)) return null;
  if (low <= value.low && value.high <= high) return true;
  return value.high < low || high < value.low ? false : null;
}

function evaluateDates({ from, to }: Extract<ResolvedCondition, { op: 'dates' }>, value: Value): Truth {
  if (typeof value !== 'string' || !isDate(value)) return null;
  return (from === null || from <= value) && (to === null || value <= to);
}

function isSet(value: Value): value is readonly string[] {
  return Array.isArray(value);
}

function isBand(value: Value): value is Band {
  return typeof value === 'object' && value !== null && !isSet(value);
}
