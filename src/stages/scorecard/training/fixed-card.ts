import type { LearningTask } from '../learning/index.ts';
import { learnPoints } from './learn-points.ts';
import type { Candidate, Prepared, TrainedCard } from './types.ts';

/** A card whose points are those of its lines' rubric: only what a point is worth is learned. */
export function fixedCard(
  prepared: Prepared,
  lines: readonly Candidate[],
  { slopePrior }: Pick<LearningTask, 'slopePrior'>,
): TrainedCard {
  const [card] = learnPoints(prepared, lines, {
    limits: lines.map(({ rubric }) => ({ low: rubric, high: rubric, required: rubric !== 0 })),
    fields: null,
    layers: null,
    most: lines.length,
    pointsPrior: null,
    slopePrior,
    keep: 1,
  });
  return card!;
}
