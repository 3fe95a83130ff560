import { median } from '../../base/stats/index.ts';
import type { MarketSize } from './types.ts';

const LEAST_VALUES = 4;
/** Above it 0.5^n leaves the range of numbers and the normal approximation is exact enough. */
const LARGEST_EXACT = 1000;

/**
 * Is the segment big enough? Accounts in the market times the median contract of the best customers, with a 90%
 * interval from the order statistics of that median (binomial, distribution-free; Hahn and Meeker 1991). Null for
 * fewer than four contracts; the interval is null when they are too few for one.
 */
export function estimateMarketSize(input: {
  readonly accounts: number;
  readonly contracts: readonly number[];
  readonly currency: string | null;
  readonly source: string;
}): MarketSize | null {
  const sorted = [...input.contracts].sort((left, right) => left - right);
  if (sorted.length < LEAST_VALUES) return null;
  const times = median(sorted);
  const ends = medianRanks(sorted.length);
  const interval =
    ends === null
      ? null
      : ([input.accounts * sorted[ends.low]!, input.accounts * sorted[ends.high]!] as const);
  const { accounts, currency, source } = input;
  return { accounts, times, value: accounts * times, interval, currency, source };
}

/** 0-based ranks of the sorted values that enclose the median with at least 90% confidence. */
function medianRanks(n: number): { low: number; high: number } | null {
  if (n > LARGEST_EXACT) {
    const low = Math.floor(n / 2 - (1.645 * Math.sqrt(n)) / 2);
    return { low, high: n - 1 - low };
  }
  let term = 0.5 ** n;
  let below = term;
  let low = -1;
  for (let rank = 0; below <= 0.05; rank++) {
    low = rank;
    term *= (n - rank) / (rank + 1);
    below += term;
  }
  return low < 0 ? null : { low, high: n - 1 - low };
}
