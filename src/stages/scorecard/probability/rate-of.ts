import { rateAt } from './rate-at.ts';
import type { Calibration, TotalRate } from './types.ts';

/**
 * What a calibration expects of accounts with a total. A total below the lowest or above the highest gets the rate of
 * that end, resting on no account: more points are never worth less, and further out nothing is known.
 *
 * @throws Error on a total that is not whole.
 * @example
 * rateOf(calibration, 7).rate; // 0.42
 */
export function rateOf({ rates }: Calibration, total: number): TotalRate {
  if (!Number.isInteger(total)) throw new Error(`no whole total: ${total}`);
  const nearest = rateAt(rates, total)!;
  return nearest.total === total ? nearest : { ...nearest, total, n: 0 };
}
