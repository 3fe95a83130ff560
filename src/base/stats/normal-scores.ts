import { midranks } from './midranks.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * Values replaced by what a normal sample would show at their rank: the normal quantile of (midrank - 0.5) / n.
 * Order is all that counts, so one giant contract cannot outweigh the rest. Unknown (NaN) stays NaN.
 *
 * @example
 * normalScores(Float64Array.of(3, 1, 1000)); // 0, -0.967, 0.967
 */
export function normalScores(values: Float64Array): Float64Array {
  const scores = midranks(values);
  let known = 0;
  for (const rank of scores) if (!Number.isNaN(rank)) known++;
  for (let i = 0; i < scores.length; i++) scores[i] = normalQuantile((scores[i]! - 0.5) / known);
  return scores;
}
