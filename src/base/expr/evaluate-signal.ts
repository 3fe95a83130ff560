import type { ExprRecord, ResolvedCondition, Truth } from './types.ts';

type Signal = Extract<ResolvedCondition, { op: 'signal' }>;
type Event = ExprRecord['signals'][number];

/**
 * Whether an event happened between `since` and `until`, both days included; later events do not exist yet. An
 * event of unknown strength leaves a minimum strength unknown. Without an event it is no only where the kind was
 * looked for, on an unknown day or one not before `since`.
 */
export function evaluateSignal(condition: Signal, { signals, coverage }: ExprRecord): Truth {
  const events = signals.filter((event) => happened(condition, event));
  if (events.some((event) => isStrong(condition, event))) return true;
  if (events.some(({ strength }) => strength === null)) return null;
  const { since, scopes, coveredEverywhere } = condition;
  const covered = coverage.some(
    ({ scope, checkedOn }) =>
      scopes.includes(scope) && (since === null || checkedOn === null || checkedOn >= since),
  );
  return covered || coveredEverywhere ? false : null;
}

/** Day of the newest event for which a signal condition holds; null when there is none, or no signal is asked. */
export function newestSignal(condition: ResolvedCondition, { signals }: ExprRecord): string | null {
  if (condition.op !== 'signal') return null;
  const days = signals
    .filter((event) => happened(condition, event) && isStrong(condition, event))
    .map(({ observedOn }) => observedOn);
  return days.reduce<string | null>((newest, day) => (newest === null || day > newest ? day : newest), null);
}

function isStrong({ minStrength }: Signal, { strength }: Event): boolean {
  return minStrength === null || (strength !== null && strength >= minStrength);
}

function happened(
  { kind, abouts, since, until }: Signal,
  { kind: eventKind, about, observedOn }: Event,
): boolean {
  return (
    eventKind === kind &&
    (abouts === null || (about !== null && abouts.includes(about))) &&
    (since === null || observedOn >= since) &&
    observedOn <= until
  );
}
