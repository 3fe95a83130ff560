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

/** Sums of parts of accounts are rounded to one over this: they must not hang on the order of the parts. */
const PARTS = 1e9;

/**
 * Lays the outcomes out over every whole total that lies between; a total that comes several times is summed. Refuses
 * totals that are not whole, more outcomes than accounts, and no accounts at all.
 */
export function countTotals(outcomes: readonly TotalOutcome[]): TotalCounts {
  outcomes.forEach(checkOutcome);
  const lowest = outcomes.reduce((least, { total }) => Math.min(least, total), Infinity);
  const highest = outcomes.reduce((most, { total }) => Math.max(most, total), -Infinity);
  const sumUp = (of: (outcome: TotalOutcome) => number): Float64Array => {
    const sums = new Float64Array(Math.max(0, highest - lowest + 1));
    for (const outcome of outcomes) sums[outcome.total - lowest]! += of(outcome);
    return sums.map((sum) => Math.round(sum * PARTS) / PARTS);
  };
  const n = sumUp((outcome) => outcome.n);
  const positives = sumUp((outcome) => Math.min(outcome.positives, outcome.n));
  const accounts = n.reduce((sum, at) => sum + at, 0);
  if (!(accounts > 0)) throw new Error('no account has a total');
  const average = (of: (place: number) => number): number =>
    n.reduce((sum, weight, place) => sum + weight * of(place), 0) / accounts;
  const center = average((place) => place);
  const deviation = Math.sqrt(average((place) => (place - center) ** 2)) || 1;
  const standard = n.map((_, place) => (place - center) / deviation);
  return { lowest, n, positives, standard, mean: lowest + center, deviation };
}

function checkOutcome({ total, n, positives }: TotalOutcome): void {
  if (!Number.isInteger(total)) throw new Error(`no whole total: ${total}`);
  if (!(n >= 0 && n < Infinity && positives >= 0 && positives <= n + 1 / PARTS)) {
    throw new Error(`no ${positives} outcomes of ${n} accounts: total ${total}`);
  }
}
