import { normalLogTail } from './normal-log-tail.ts';
import { normalQuantile } from './normal-quantile.ts';

/** Below this logarithm the chance itself is too small for full precision. */
const TINY = -690;

/**
 * The z-score that a standard normal variable exceeds with a chance given by its natural logarithm: the inverse of
 * `normalLogTail`. Relative error under 1e-12 out to any z; above 0, which is no chance, NaN.
 *
 * @example
 * zOfLogTail(Math.log(0.025)); // 1.959963984540054
 */
export function zOfLogTail(logChance: number): number {
  if (logChance > -Math.LN2) return normalQuantile(-Math.expm1(logChance));
  if (!(logChance < TINY)) return -normalQuantile(Math.exp(logChance));
  return logChance === -Infinity ? Infinity : farZ(logChance);
}

/** Newton's steps from above; the slope of the tail's logarithm is nearly -(z + 1/z) there. */
function farZ(logChance: number): number {
  let z = Math.sqrt(-2 * logChance);
  for (let step = 0; step < 4; step++) z += (normalLogTail(z) - logChance) / (z + 1 / z);
  return z;
}
