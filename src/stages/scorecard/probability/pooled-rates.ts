import { betaVariate, poolAdjacentViolators, type Random } from '../../../base/stats/index.ts';
import type { TotalCounts } from './count-totals.ts';
import type { DrawnLine } from './draw-lines.ts';

/**
 * The rate of each total, never falling: outcomes and k accounts' worth of the line taken together, (positives + k x
 * line) / (n + k), then pooled (adjacent violators, weights n + k).
 */
export function pooledRates(counts: TotalCounts, line: DrawnLine): Float64Array {
  return pooled(counts, line, (a, b) => a / (a + b));
}

/** The same of rates drawn from what is believed of each total, as Lin and Dunson (2014) project draws. */
export function drawnRates(counts: TotalCounts, line: DrawnLine, random: Random): Float64Array {
  return pooled(counts, line, (a, b) => betaVariate(random, { a, b }));
}

/** Least parameter of a beta distribution. */
const LEAST = 1e-9;

function pooled(
  { n, positives, standard }: TotalCounts,
  { base, slope, k }: DrawnLine,
  rateOf: (a: number, b: number) => number,
): Float64Array {
  const rates = n.map((accounts, place) => {
    const line = 1 / (1 + Math.exp(-base - slope * standard[place]!));
    const came = positives[place]!;
    return rateOf(Math.max(came + k * line, LEAST), Math.max(accounts - came + k * (1 - line), LEAST));
  });
  return poolAdjacentViolators(
    rates,
    n.map((accounts) => accounts + k),
  );
}
