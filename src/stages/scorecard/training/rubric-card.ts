import { fixedCard } from './fixed-card.ts';
import { slopeBelief } from './learn-points.ts';
import type { Prepared, TrainedCard } from './types.ts';

/** The rubric as it was drafted from the units that were prepared. */
export function rubricCard(prepared: Prepared): TrainedCard {
  const lines = prepared.candidates.filter(({ rubric }) => rubric !== 0);
  return fixedCard(prepared, lines, { slopePrior: slopeBelief });
}
