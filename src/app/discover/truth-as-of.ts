import {
  type Condition,
  type ExprRecord,
  evaluate,
  type ResolveContext,
  type ResolvedCondition,
  resolveCondition,
  type Truth,
} from '../../base/expr/index.ts';
import { recordedSince } from './recorded-since.ts';

type TruthOn = (record: ExprRecord, day: string) => Truth;
type Tool = Extract<ResolvedCondition, { op: 'tool' }>;

/**
 * Whether a condition held at an account on a day of the past: what was seen later had not happened, a tool first seen
 * later was not in use then, and before the record of a kind of event begins "not listed" says nothing.
 *
 * @param given.context read for any day; the days of the condition are set for each day asked
 * @param given.records all records that are asked, for when their events begin
 */
export function truthAsOf(
  condition: Condition,
  given: { readonly context: ResolveContext; readonly records: Iterable<ExprRecord> },
): TruthOn {
  if (condition.op === 'all') {
    const parts = condition.conditions.map((part) => truthAsOf(part, given));
    return (record, day) => every(parts.map((part) => part(record, day)));
  }
  const resolvedOn = new Map<string, ResolvedCondition>();
  const resolve = (day: string) => resolveCondition(condition, { ...given.context, asOf: day });
  const began = beginning(resolve(given.context.asOf), given.records);
  return (record, day) => {
    const key = isTimeless(condition) ? '' : day;
    const resolved = resolvedOn.get(key) ?? resolve(day);
    resolvedOn.set(key, resolved);
    return truthThen(resolved, record, { day, began });
  };
}

function truthThen(
  condition: ResolvedCondition,
  record: ExprRecord,
  { day, began }: { readonly day: string; readonly began: string | null },
): Truth {
  if (condition.op === 'tool') return toolThen(condition, record, { day, began });
  const truth = evaluate(condition, record);
  if (condition.op !== 'signal' || truth !== false) return truth;
  return began !== null && began <= (condition.since ?? day) ? false : null;
}

function toolThen(
  condition: Tool,
  record: ExprRecord,
  { day, began }: { readonly day: string; readonly began: string | null },
): Truth {
  const technologies = record.technologies.filter(({ firstSeen }) => firstSeen === null || firstSeen <= day);
  const then = evaluate(condition, { ...record, technologies });
  const inUse = then === !condition.negated;
  if (inUse || began === null) return then;
  if (day < began) return null;
  const seenLater = then === null && evaluate(condition, record) !== null;
  return seenLater ? condition.negated : then;
}

/** When the events that a condition asks about were first recorded; null when none is dated. */
function beginning(condition: ResolvedCondition, records: Iterable<ExprRecord>): string | null {
  if (condition.op !== 'signal' && condition.op !== 'tool') return null;
  const days = [...records].flatMap(({ signals, technologies }) =>
    condition.op === 'signal'
      ? signals.filter(({ kind }) => kind === condition.kind).map(({ observedOn }) => observedOn)
      : technologies.filter((tool) => isAlike(condition, tool)).map(({ firstSeen }) => firstSeen),
  );
  return recordedSince(days);
}

function isAlike(
  { categories, technologies }: Tool,
  tool: { readonly technology: string | null; readonly category: string | null },
): boolean {
  const [names, name] = categories === null ? [technologies, tool.technology] : [categories, tool.category];
  return names === null || (name !== null && names.includes(name));
}

function isTimeless({ op }: Condition): boolean {
  return op === 'any' || op === 'none' || op === 'window';
}

function every(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}
