import { midranks } from '../../base/stats/index.ts';

/**
 * Where each value stands among the known ones, oriented so that high is good: (midrank - 0.5) / n, turned round when
 * a low value is the good one. The known percentiles average one half; unknown (NaN) stays NaN.
 *
 * @example
 * percentiles(Float64Array.of(10, 30, 20, 40), 'low'); // 0.875, 0.375, 0.625, 0.125
 */
export function percentiles(values: Float64Array, orientation: 'high' | 'low'): Float64Array {
  const ranks = midranks(values);
  let known = 0;
  for (const rank of ranks) if (!Number.isNaN(rank)) known++;
  return ranks.map((rank) => (orientation === 'high' ? rank - 0.5 : known - rank + 0.5) / known);
}
