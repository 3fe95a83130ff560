import { normalQuantile } from './normal-quantile.ts';

/**
 * An interval for a share seen as k of n. Unlike the textbook interval it stays inside 0..1 and is honest when n is
 * small or k is 0 or n. Score interval without continuity correction (Wilson 1927). n = 0 gives 0 to 1.
 *
 * @param level the confidence, as 0.9 for 90%.
 * @example
 * wilsonInterval(7, 9, 0.9); // [0.5036, 0.9235]
 */
export function wilsonInterval(k: number, n: number, level: number): readonly [number, number] {
  if (n === 0) return [0, 1];
  const z = -normalQuantile((1 - level) / 2);
  const squared = z * z;
  const centre = (k + squared / 2) / (n + squared);
  const half = (z / (n + squared)) * Math.sqrt((k * (n - k)) / n + squared / 4);
  return [k === 0 ? 0 : centre - half, k === n ? 1 : centre + half];
}
