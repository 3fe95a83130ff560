import { toColumns } from './to-columns.ts';
import type { ComponentColumn, ValuedCustomers } from './types.ts';
import { weightedValues } from './weighted-values.ts';

const NEEDED_COVERAGE = 0.5;
const NEEDED_COMPONENTS = 2;

/**
 * Gives each customer the weighted mean of its known percentiles. Ranked is who has at least half of the weight known,
 * in at least two components (one, where only one counts): with less, one lucky figure would decide.
 */
export function valueColumns(
  counted: readonly Pick<ComponentColumn, 'percentiles' | 'weight'>[],
  rows: number,
): ValuedCustomers {
  const all = Array.from({ length: rows }, (_, i) => i);
  const columns = toColumns(
    counted.map(({ percentiles }) => percentiles),
    all,
  );
  const weights = counted.map(({ weight }) => weight);
  const values = weightedValues(columns, weights, {
    values: new Float64Array(rows),
    weights: new Float64Array(rows),
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const coverage = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let known = 0;
    let components = 0;
    columns.known.forEach((marks, c) => {
      known += marks[i]! * weights[c]!;
      components += marks[i]!;
    });
    coverage[i] = known / total;
    const enough =
      coverage[i]! >= NEEDED_COVERAGE - 1e-12 && components >= Math.min(NEEDED_COMPONENTS, counted.length);
    if (!enough) values[i] = Number.NaN;
  }
  const isRanked = (i: number): boolean => !Number.isNaN(values[i]!);
  return {
    values,
    coverage,
    ranked: all.filter(isRanked).sort((a, b) => values[b]! - values[a]! || a - b),
    unranked: all.filter((i) => !isRanked(i)),
  };
}
