import { mean } from './mean.ts';
import { variance } from './variance.ts';

/**
 * Values moved to mean 0 and scaled to sample variance 1 (n - 1 below the line). With that variance the sum over m of
 * n randomly chosen records has variance exactly m(n - m)/n, which is what permutation z-scores divide by. Unknown
 * (NaN) stays NaN; values that are all equal become 0.
 *
 * @example
 * standardize(Float64Array.of(1, 2, 3)); // -1, 0, 1
 */
export function standardize(values: Float64Array): Float64Array {
  const centre = mean(values);
  const scale = Math.sqrt(variance(values));
  return values.map((value) => (scale > 0 || Number.isNaN(value) ? (value - centre) / scale : 0));
}
