import { learnPoints, slopeBelief } from './learn-points.ts';
import { rubricCard } from './rubric-card.ts';
import type { Prepared, TrainedCard, TrainingOptions } from './types.ts';

/** Lines of a card, at most, unless said otherwise. */
const MOST = 8;

/**
 * Learns cards from prepared units, the best first: points stay at the rubric for less than `price` nats a point, and an
 * infinite price leaves the rubric as it is.
 *
 * @param keep how many cards at most, each with other conditions.
 */
export function learnLines(
  prepared: Prepared,
  options: TrainingOptions,
  { price, keep }: { readonly price: number; readonly keep: number },
): readonly TrainedCard[] {
  if (price === Number.POSITIVE_INFINITY) return [rubricCard(prepared)];
  const { candidates } = prepared;
  const required = candidates.filter((candidate) => candidate.required).length;
  const drafted = candidates.filter(({ rubric }) => rubric !== 0).length;
  return learnPoints(prepared, candidates, {
    limits: candidates.map(({ low, high, required }) => ({ low, high, required })),
    fields: candidates.map(({ subject }) => subject),
    layers: options.eachLayer ? candidates.map(({ layer }) => layer) : null,
    most: Math.max(required, options.most ?? Math.max(MOST, drafted)),
    pointsPrior: { rubric: candidates.map(({ rubric }) => rubric), price },
    slopePrior: slopeBelief,
    keep,
  });
}
