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
  const lowest = rates[0]!;
  const known = rates[total - lowest.total];
  if (known !== undefined) return known;
  const end = total < lowest.total ? lowest : rates.at(-1)!;
  return { ...end, total, n: 0 };
}
