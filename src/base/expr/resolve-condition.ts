import { resolveSignal } from './resolve-signal.ts';
import { resolveTool } from './resolve-tool.ts';
import { shiftDate } from './shift-date.ts';
import { spell } from './spell.ts';
import type { Condition, ResolveContext, ResolvedCondition, Scalar } from './types.ts';

type SignalCondition = Extract<Condition, { op: 'signal' }>;
type ResolvedSignal = Extract<ResolvedCondition, { op: 'signal' }>;

const NUMBER_KINDS = ['number', 'money', 'year'];

/**
 * Makes a condition absolute for one snapshot and one day: durations become days (the first and last day count),
 * texts become every spelling in the data that is alike after `foldText`, tools and signals get the coverage scopes
 * under which "not listed" means no. A text that the data does not hold stays as written.
 *
 * @example
 * resolveCondition({ op: 'any', field: 'industry', values: ['dental clinic'] }, context);
 * // { op: 'member', field: 'industry', values: ['Dental Clinic', 'dental-clinic'], negated: false }
 */
export function resolveCondition(condition: SignalCondition, context: ResolveContext): ResolvedSignal;
export function resolveCondition(condition: Condition, context: ResolveContext): ResolvedCondition;
export function resolveCondition(condition: Condition, context: ResolveContext): ResolvedCondition {
  switch (condition.op) {
    case 'any':
    case 'none':
      return {
        op: 'member',
        field: condition.field,
        values: resolveValues(condition, context),
        negated: condition.op === 'none',
      };
    case 'window':
      return {
        op: 'window',
        field: condition.field,
        low: condition.low ?? Number.NEGATIVE_INFINITY,
        high: condition.high ?? Number.POSITIVE_INFINITY,
        currency: condition.currency,
      };
    case 'age':
      return resolveAge(condition, context);
    case 'growth':
      return resolveGrowth(condition, context.asOf);
    case 'uses':
    case 'lacks':
      return resolveTool(condition.tool, condition.op === 'lacks', context);
    case 'signal':
      return resolveSignal(condition.signal, context);
    case 'all':
      return { op: 'all', conditions: condition.conditions.map((part) => resolveCondition(part, context)) };
  }
}

function resolveValues(
  { field, values }: Extract<Condition, { op: 'any' | 'none' }>,
  context: ResolveContext,
): readonly Scalar[] {
  const numeric = NUMBER_KINDS.includes(context.kindOf(field) ?? '');
  const spellings = context.spellings(field);
  return [...new Set(values.flatMap((value) => resolveValue(value, spellings, numeric)))];
}

function resolveValue(value: Scalar, spellings: readonly string[], numeric: boolean): readonly Scalar[] {
  if (typeof value === 'string') {
    const cast = numeric ? Number(value) : Number.NaN;
    return Number.isFinite(cast) ? [cast] : spell(value, spellings);
  }
  return spellings.length === 0 ? [value] : [value, ...spell(String(value), spellings)];
}

function resolveGrowth(
  { field, min, over }: Extract<Condition, { op: 'growth' }>,
  now: string,
): ResolvedCondition {
  return { op: 'growth', field, min, now, before: shiftDate(now, over, -1) };
}

/** The age of a day after `asOf` is no age: it lies in neither window. */
function resolveAge(
  { field, min, max }: Extract<Condition, { op: 'age' }>,
  { asOf, kindOf }: ResolveContext,
): ResolvedCondition {
  const from = max === null ? null : shiftDate(asOf, max, -1);
  const to = min === null ? asOf : shiftDate(asOf, min, -1);
  if (kindOf(field) !== 'year') return { op: 'dates', field, from, to };
  const low = from === null ? Number.NEGATIVE_INFINITY : yearOf(from);
  return { op: 'window', field, low, high: yearOf(to), currency: null };
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
