import {
  type Condition,
  type ExprRecord,
  evaluate,
  type ResolveContext,
  type ResolvedCondition,
  resolveCondition,
  type Truth,
} from '../../base/expr/index.ts';

/**
 * Whether a condition held at an account on a day of the past: what was seen later had not happened. A tool first seen
 * later was not in use then.
 *
 * @param context read for any day; the days of the condition are set for each day asked
 */
export function truthAsOf(
  condition: Condition,
  context: ResolveContext,
): (record: ExprRecord, day: string) => Truth {
  if (condition.op === 'all') {
    const parts = condition.conditions.map((part) => truthAsOf(part, context));
    return (record, day) => every(parts.map((part) => part(record, day)));
  }
  const resolvedOn = new Map<string, ResolvedCondition>();
  return (record, day) => {
    const key = isTimeless(condition) ? '' : day;
    const resolved = resolvedOn.get(key) ?? resolveCondition(condition, { ...context, asOf: day });
    resolvedOn.set(key, resolved);
    const then = evaluate(resolved, untilDay(record, day));
    const seenLater = then === null && resolved.op === 'tool' && evaluate(resolved, record) !== null;
    return seenLater ? resolved.negated : then;
  };
}

function isTimeless({ op }: Condition): boolean {
  return op === 'any' || op === 'none' || op === 'window';
}

function untilDay(record: ExprRecord, day: string): ExprRecord {
  const technologies = record.technologies.filter(({ firstSeen }) => firstSeen === null || firstSeen <= day);
  return { ...record, technologies };
}

function every(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}
