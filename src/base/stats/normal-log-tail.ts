import { normalUpperTail } from './normal-upper-tail.ts';

/** From here on the chance itself nears the smallest number there is. */
const FAR = 37;

/**
 * The natural logarithm of the chance that a standard normal variable exceeds z. Unlike the logarithm of
 * `normalUpperTail` it has no floor: samples of a million give z-scores of hundreds, and those must still be told
 * apart. Relative error under 1e-12.
 *
 * @example
 * normalLogTail(100); // -5005.5
 */
export function normalLogTail(z: number): number {
  if (z < 0) return Math.log1p(-normalUpperTail(-z));
  return z < FAR ? Math.log(normalUpperTail(z)) : farLogTail(z);
}

/** Mills' ratio by its asymptotic series (Abramowitz and Stegun 26.2.12). */
function farLogTail(z: number): number {
  const u = 1 / (z * z);
  return -0.5 * z * z - Math.log(z * Math.sqrt(2 * Math.PI)) + Math.log1p(u * (-1 + u * (3 - 15 * u)));
}
