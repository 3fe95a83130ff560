import { mean } from './mean.ts';

/**
 * How far values scatter about their mean: the sample variance, with n - 1 below the line. NaN is unknown and left
 * out; fewer than two known values give NaN. Two passes, so large offsets do not cancel.
 *
 * @example
 * variance([1, 2, 3]); // 1
 */
export function variance(values: ArrayLike<number>): number {
  const centre = mean(values);
  let squares = 0;
  let rounding = 0;
  let known = 0;
  for (let i = 0; i < values.length; i++) {
    const deviation = values[i]! - centre;
    if (Number.isNaN(deviation)) continue;
    squares += deviation * deviation;
    rounding += deviation;
    known++;
  }
  return known < 2 ? Number.NaN : (squares - (rounding * rounding) / known) / (known - 1);
}
