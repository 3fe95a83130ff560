import type { ExprRecord, ResolvedCondition, Truth } from './types.ts';

/** Room for binary rounding, so that 100 to 120 is 20% growth. */
const ROUNDING = 1e-9;

/** The least ratio of the newer to the older value that still counts as this growth. */
export function growthFloor(min: number): number {
  return 1 + min - ROUNDING;
}

/**
 * Growth between two dated observations: the newest on or before `now` against the newest on or before the day `before`.
 * Unknown unless both exist, differ in date, and the older value is above zero. Of several values on one day the
 * smallest counts.
 */
export function evaluateGrowth(
  { field, min, now, before }: Extract<ResolvedCondition, { op: 'growth' }>,
  { observations }: ExprRecord,
): Truth {
  const ofField = observations.filter((observation) => observation.field === field);
  const newer = newest(ofField, now);
  const older = newest(ofField, before);
  if (newer === null || older === null || newer.observedOn === older.observedOn || older.value <= 0)
    return null;
  return newer.value / older.value >= growthFloor(min);
}

type Observation = ExprRecord['observations'][number];

function newest(observations: readonly Observation[], until: string): Observation | null {
  let best: Observation | null = null;
  for (const observation of observations) {
    if (observation.observedOn > until) continue;
    const later = best === null || observation.observedOn > best.observedOn;
    const smaller =
      best !== null && observation.observedOn === best.observedOn && observation.value < best.value;
    if (later || smaller) best = observation;
  }
  return best;
}
