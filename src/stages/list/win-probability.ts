import { rateAt } from '../scorecard/probability/index.ts';

/** The chance of the outcome that a validated card gives each total, by rising total; empty without a validation. */
export type TotalChances = readonly { readonly total: number; readonly rate: number }[];

/**
 * The chance of an account with this fit: that of the highest total not above it. Null without a validation, and for an
 * account that is not scored.
 */
export function winProbability(chances: TotalChances, fit: number, isScored: boolean): number | null {
  if (!isScored) return null;
  return rateAt(chances, fit)?.rate ?? null;
}
