import { logOddsRatio } from '../src/base/stats/index.ts';
import type { Pattern } from '../src/stages/discovery/index.ts';

/** How a lift that was shown compares with the truth, and how the bare one would have. */
export interface LiftError {
  /** Whether the interval holds the true lift. */
  readonly covered: boolean;
  readonly naiveCovered: boolean;
  /** Log of the lift over the true lift; above 0 flatters the pattern. */
  readonly bias: number;
  readonly naiveBias: number;
}

/** The truth is taken as a lift at the margins of the sample, as the product states its lifts. */
export function liftError(pattern: Pattern, odds: number): LiftError {
  const { best, rest, lift, interval, direction } = pattern;
  const sign = direction === 'for' ? 1 : -1;
  const truth = liftAt(odds, pattern);
  const naive = logOddsRatio(best.n, rest.n, best.of - best.n, rest.of - rest.n);
  return {
    covered: truth >= interval[0] && truth <= interval[1],
    naiveCovered: Math.abs(odds - naive.estimate) <= 1.645 * naive.error,
    bias: sign * Math.log(lift / truth),
    naiveBias: sign * Math.log(liftAt(naive.estimate, pattern) / truth),
  };
}

/** Lift that a log odds ratio amounts to at the margins of a pattern, by bisection on best records inside. */
function liftAt(odds: number, { best, rest }: Pattern): number {
  const n = best.of + rest.of;
  const cover = best.n + rest.n;
  let low = Math.max(0, cover - rest.of);
  let high = Math.min(cover, best.of);
  for (let i = 0; i < 60; i++) {
    const a = (low + high) / 2;
    if (Math.log((a * (rest.of - cover + a)) / ((cover - a) * (best.of - a))) < odds) low = a;
    else high = a;
  }
  return (low + high) / 2 / cover / (best.of / n);
}
