import { type ExprRecord, newestSignal } from '../../base/expr/index.ts';
import type { LeafCondition } from './leaf-conditions.ts';

type Signal = Extract<LeafCondition, { op: 'signal' }>;
type Growth = Extract<LeafCondition, { op: 'growth' }>;

/** Room above the least growth, so that rounding never decides. */
const room = 1.0001;

/** An account as it would be with a new event, or a new value, of the kind that a condition asks about; or without any. */
export function supposedEvents(
  record: ExprRecord,
  condition: Signal | Growth,
  wanted: boolean,
): readonly ExprRecord[] {
  if (condition.op === 'growth') return wanted ? [withGrowth(record, condition)] : [];
  return wanted ? withEvent(record, condition) : [withoutEvents(record, condition)];
}

/** The account with an event of today that matches, one for each subject that does. */
export function withEvent(record: ExprRecord, condition: Signal): readonly ExprRecord[] {
  const { kind, abouts, until, minStrength } = condition;
  return (abouts ?? [null]).map((about) => ({
    ...record,
    signals: [...record.signals, { kind, about, observedOn: until, strength: minStrength }],
  }));
}

function withoutEvents(record: ExprRecord, condition: Signal): ExprRecord {
  const { scopes, until } = condition;
  const alone = (event: ExprRecord['signals'][number]) => ({ ...record, signals: [event] });
  return {
    ...record,
    signals: record.signals.filter(
      (event) => newestSignal({ ...condition, minStrength: null }, alone(event)) === null,
    ),
    coverage: [...record.coverage, ...scopes.map((scope) => ({ scope, checkedOn: until }))],
  };
}

function withGrowth(record: ExprRecord, { field, min, now, before }: Growth): ExprRecord {
  const own = record.observations.filter((of) => of.field === field && of.observedOn <= before);
  const older = own.reduce<(typeof own)[number] | null>(
    (a, b) => (a === null || b.observedOn > a.observedOn ? b : a),
    null,
  );
  const from = older ?? { field, value: 1, observedOn: before };
  const newer = { field, value: from.value * (1 + min) * room, observedOn: now };
  const others = record.observations.filter((of) => of.field !== field || of.observedOn < now);
  return { ...record, observations: [...others, ...(older === null ? [from] : []), newer] };
}
