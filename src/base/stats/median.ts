import { quantile } from './quantile.ts';

/**
 * The middle value; of an even sample the midpoint of the two middle ones. NaN is unknown and left out.
 *
 * @example
 * median([3, 1, 10, 4]); // 3.5
 */
export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}
