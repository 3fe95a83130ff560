import { gammaVariate, poolAdjacentViolators, type Random } from '../../../base/stats/index.ts';
import type { TotalCounts } from './count-totals.ts';
import type { DrawnLine } from './draw-lines.ts';

/**
 * The rate of each total, never falling: outcomes and k accounts' worth of the line taken together, (positives + k x
 * line) / (n + k), then pooled (adjacent violators, weights n + k).
 */
export function pooledRates(counts: TotalCounts, line: DrawnLine): Float64Array {
  const onLine = ratesOnLine(counts, line);
  const rates = onLine.map((rate, place) => {
    return (counts.positives[place]! + line.k * rate) / (counts.n[place]! + line.k);
  });
  return pooled(counts, line, rates);
}

/**
 * One draw of the same rates, each from the beta distribution with positives + k x line and n - positives + k x (1 -
 * line), then pooled (Lin and Dunson 2014). A beta variate is a share of gamma variates; those of the line's k accounts
 * are shared by all totals, k x line of them up to a total, as the jumps of a Dirichlet process around the line
 * (Ferguson 1973; Ramsey 1972). Where the truth is off the line it is off on the same side at totals next to each
 * other; drawn apart for each total these errors would cancel in the pooling, and intervals be too narrow where
 * accounts are few.
 */
export function drawnRates(counts: TotalCounts, line: DrawnLine, random: Random): Float64Array {
  const { n, positives } = counts;
  const onLine = ratesOnLine(counts, line);
  let passed = 0;
  const up = onLine.map((rate, place) => {
    passed += gammaVariate(random, line.k * (rate - (onLine[place - 1] ?? 0)));
    return passed;
  });
  const all = passed + gammaVariate(random, line.k * (1 - onLine.at(-1)!));
  const rates = up.map((worth, place) => {
    const came = worth + gammaVariate(random, positives[place]!);
    const not = all - worth + gammaVariate(random, n[place]! - positives[place]!);
    return came / (came + not);
  });
  return pooled(counts, line, rates);
}

function ratesOnLine({ standard }: TotalCounts, { base, slope }: DrawnLine): Float64Array {
  return standard.map((place) => 1 / (1 + Math.exp(-base - slope * place)));
}

function pooled({ n }: TotalCounts, { k }: DrawnLine, rates: Float64Array): Float64Array {
  return poolAdjacentViolators(
    rates,
    n.map((accounts) => accounts + k),
  );
}
