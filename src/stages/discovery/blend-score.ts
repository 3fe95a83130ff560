import { normalScores, standardize } from '../../base/stats/index.ts';

/**
 * What a condition is tested on. With a value: z(normal score of its rank) + z(best), standardised again, so that the
 * order within best and rest counts as well as the line between them. Without: the standardised label.
 */
export function blendScore(value: Float64Array | null, label: Uint8Array): Float64Array {
  const best = standardize(Float64Array.from(label));
  if (value === null) return best;
  const rank = standardize(normalScores(value));
  return standardize(rank.map((z, i) => z + best[i]!));
}
