import type { TierCuts } from './types.ts';

/**
 * The tiers from the first one, two or three cut-offs; one that is not given stays as it is, or falls a point below the
 * one before where it would no longer be under it.
 *
 * @example
 * fillTiers([4], { A: 9, B: 6, C: 3 }); // { A: 4, B: 3, C: 2 }
 */
export function fillTiers(cuts: readonly number[], current: TierCuts): TierCuts {
  const A = cuts[0] ?? current.A;
  const B = cuts[1] ?? Math.min(current.B, A - 1);
  return { A, B, C: cuts[2] ?? Math.min(current.C, B - 1) };
}
