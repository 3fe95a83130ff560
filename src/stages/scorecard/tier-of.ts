import type { Card, Tier } from './types.ts';

/** The tier of a fit; everything below C is D. */
export function tierOf(fit: number, tiers: Card['tiers']): Tier {
  if (fit >= tiers.A) return 'A';
  if (fit >= tiers.B) return 'B';
  return fit >= tiers.C ? 'C' : 'D';
}
