import { attainablePoints, tiersFor } from '../../profile/index.ts';
import type { TrainedCard } from '../training/index.ts';

/** 1 for each total that reaches tier A or B by the cut-offs that a draft of this card would have, else 0. */
export function inUpperTiers({ lines }: Pick<TrainedCard, 'lines'>, totals: Float64Array): Float64Array {
  const { B } = tiersFor(attainablePoints(lines));
  return totals.map((total) => Number(total >= B));
}
