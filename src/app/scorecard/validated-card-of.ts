import { calibrateTotals, rebase } from '../../stages/scorecard/probability/index.ts';
import { type KeptCard, keepHeldOut, outOfFoldTotals } from '../../stages/scorecard/validation/index.ts';
import type { ValidatedCard } from '../validated-card.ts';

/** What is known of the card beside the rounds: the lower end of its AUC, the seed of the draws, and the share of the outcome among all prospects where a person knows it. */
export interface CalibrateRequest {
  readonly aucLow: number;
  readonly seed: number;
  readonly universe: number | null;
}

/** What is kept of a card that was held to units not seen: who they were, and the chance that each total is worth. */
export function validatedCardOf(kept: KeptCard, { aucLow, seed, universe }: CalibrateRequest): ValidatedCard {
  const calibrated = calibrateTotals(outOfFoldTotals(kept), { seed });
  const sample = calibrated.positives / calibrated.n;
  const { rates } = universe === null ? calibrated : rebase(calibrated, { sample, universe });
  return {
    lines: kept.card.lines.map(({ condition, points }) => ({ condition, points })),
    aucLow,
    heldOut: keepHeldOut(kept),
    rates: rates.map(({ total, n, rate, low, high }) => ({ total, n, rate, low, high })),
  };
}
