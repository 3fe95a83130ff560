import { logGamma } from '../../../base/stats/index.ts';

/** What is believed of the rate at one total: as much as k accounts with the share `rate` would say. */
export interface RateBelief {
  readonly rate: number;
  readonly k: number;
}

/** A rate nearer to 0 or 1 than this is taken as this. */
const NEAREST = 1e-12;

/**
 * Log likelihood of the outcomes at one total whose rate was drawn from a beta distribution around the line's
 * (Skellam 1948), without the binomial coefficient, which does not hang on the belief. n and positives need not be
 * whole.
 */
export function betaBinomial(n: number, positives: number, { rate, k }: RateBelief): number {
  if (n === 0) return 0;
  const inside = Math.min(Math.max(rate, NEAREST), 1 - NEAREST);
  return logGrowth(k * inside, positives) + logGrowth(k * (1 - inside), n - positives) - logGrowth(k, n);
}

/** ln of gamma(start + by) / gamma(start). */
function logGrowth(start: number, by: number): number {
  return by === 0 ? 0 : logGamma(start + by) - logGamma(start);
}
