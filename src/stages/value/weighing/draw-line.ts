import type { Line } from './types.ts';

/**
 * The line under the top third of the known values. Equal values stay together, so the line goes to the break nearest
 * to a third; of two equally near, to the one with fewer above it. NaN is not ranked and does not count.
 *
 * @example
 * drawLine(Float64Array.of(9, 8, 7, 6, 5, 4)); // { cut: 8, n: 2, of: 6 }
 */
export function drawLine(values: Float64Array): Line {
  const sorted = values.slice().sort();
  let of = sorted.length;
  while (of > 0 && Number.isNaN(sorted[of - 1]!)) of--;
  const cutAbove = (n: number): number => (n === 0 ? Infinity : sorted[of - n]!);
  let above = Math.floor(of / 3);
  while (above > 0 && cutAbove(above) === cutAbove(above + 1)) above--;
  let within = Math.floor(of / 3) + 1;
  while (within < of && cutAbove(within) === cutAbove(within + 1)) within++;
  const n = above > 0 && of / 3 - above <= within - of / 3 ? above : Math.min(within, of);
  return { cut: cutAbove(n), n, of };
}
