import { timingScale } from './decayed-points.ts';

/** Sum of decayed points, exact to the thousandth. */
export function sumTiming(points: readonly number[]): number {
  const sum = points.reduce((total, of) => total + of, 0);
  return Math.round(sum * timingScale) / timingScale;
}
