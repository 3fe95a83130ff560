import { normalUpperTail } from './normal-upper-tail.ts';

/**
 * The chance that a standard normal variable is at least as far from zero as z: the two-sided p-value of a z-score.
 *
 * @example
 * twoSidedP(-1.959963984540054); // 0.05
 */
export function twoSidedP(z: number): number {
  return 2 * normalUpperTail(Math.abs(z));
}
