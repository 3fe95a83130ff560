import { normalUpperTail } from './normal-upper-tail.ts';

/**
 * The chance that a standard normal variable is at most z, accurate in the lower tail too.
 *
 * @example
 * normalCdf(0); // 0.5
 */
export function normalCdf(z: number): number {
  return normalUpperTail(-z);
}
