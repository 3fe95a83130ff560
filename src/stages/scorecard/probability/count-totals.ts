import type { TotalOutcome } from './types.ts';

/** Accounts by their total: places are the whole totals from the lowest up. */
export interface TotalCounts {
  readonly lowest: number;
  readonly n: Float64Array;
  readonly positives: Float64Array;
  /** The totals in standard deviations from their mean over accounts. */
  readonly standard: Float64Array;
  readonly mean: number;
  /** In points; 1 where all accounts have one total. */
  readonly deviation: number;
}

/** Parts of accounts lose this much when they are added up. */
const ROUNDING = 1e-9;

/**
 * Lays the outcomes out over every whole total that lies between; a total that comes several times is summed. Refuses
 * totals that are not whole, more outcomes than accounts, and no accounts at all.
 */
export function countTotals(outcomes: readonly TotalOutcome[]): TotalCounts {
  outcomes.forEach(checkOutcome);
  const lowest = outcomes.reduce((least, { total }) => Math.min(least, total), Infinity);
  const highest = outcomes.reduce((most, { total }) => Math.max(most, total), -Infinity);
  const accounts = outcomes.reduce((sum, { n }) => sum + n, 0);
  if (!(accounts > 0)) throw new Error('no account has a total');
  const n = new Float64Array(highest - lowest + 1);
  const positives = new Float64Array(n.length);
  for (const outcome of outcomes) {
    n[outcome.total - lowest]! += outcome.n;
    positives[outcome.total - lowest]! += Math.min(outcome.positives, outcome.n);
  }
  const average = (of: (place: number) => number): number =>
    n.reduce((sum, weight, place) => sum + weight * of(place), 0) / accounts;
  const center = average((place) => place);
  const deviation = Math.sqrt(average((place) => (place - center) ** 2)) || 1;
  const standard = n.map((_, place) => (place - center) / deviation);
  return { lowest, n, positives, standard, mean: lowest + center, deviation };
}

function checkOutcome({ total, n, positives }: TotalOutcome): void {
  if (!Number.isInteger(total)) throw new Error(`no whole total: ${total}`);
  if (!(n >= 0 && n < Infinity && positives >= 0 && positives <= n + ROUNDING)) {
    throw new Error(`no ${positives} outcomes of ${n} accounts: total ${total}`);
  }
}
