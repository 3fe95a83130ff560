import type { CoverCounts } from './cover.ts';

/**
 * The lift P(best | condition) / P(best) that a log odds ratio amounts to when the sizes of the condition and of best
 * stay as counted.
 *
 * @example
 * liftOfOdds(0, counts); // 1
 */
export function liftOfOdds(logOdds: number, counts: CoverCounts): number {
  const known = counts.best + counts.rest;
  const cover = counts.bestInside + counts.restInside;
  const shared = bestInside(Math.exp(logOdds), { known, cover, best: counts.best });
  return shared / cover / (counts.best / known);
}

/** Solves a(n - m - K + a) = odds (m - a)(K - a) for a: best records inside. */
function bestInside(
  odds: number,
  { known, cover, best }: { readonly known: number; readonly cover: number; readonly best: number },
): number {
  const a = 1 - odds;
  const b = known - cover - best + odds * (cover + best);
  const c = -odds * cover * best;
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  return b >= 0 ? (-2 * c) / (b + root) : (root - b) / (2 * a);
}
