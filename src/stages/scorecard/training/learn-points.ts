import { foldRecords, type LearnedCard, type LearningTask, learnCards } from '../learning/index.ts';
import type { Candidate, Prepared, TrainedCard } from './types.ts';

/** Log odds that a point may be worth at most. */
const MOST_SLOPE = 2;

/** Log odds that a point is believed to be worth: mean and deviation (statistics.md, section 6). */
export const slopeBelief = { mean: 0.4, deviation: 0.25 } as const;

/** Learns points for some candidates from the units that were prepared: cards, the best first. */
export function learnPoints(
  { rows, label }: Prepared,
  candidates: readonly Candidate[],
  task: Omit<LearningTask, 'records' | 'mostSlope'>,
): readonly TrainedCard[] {
  const columns = candidates.map(({ answers }) => ({ values: Float64Array.from(rows, (i) => answers[i]!) }));
  const learning = learnCards({ ...task, records: foldRecords(columns, label), mostSlope: MOST_SLOPE });
  if (learning.kind !== 'cards') return [blankCard(label)];
  return learning.cards.map((card) => toTrained(card, candidates));
}

function toTrained(
  { points, base, slope, loss }: LearnedCard,
  candidates: readonly Candidate[],
): TrainedCard {
  const lines = candidates.flatMap((candidate, i) =>
    points[i] === 0 ? [] : [{ ...candidate, points: points[i]! }],
  );
  return { lines, base, slope, loss };
}

/** Without both outcomes nothing is learned: everyone has the same odds. */
function blankCard(label: Uint8Array): TrainedCard {
  const share = (label.reduce((sum, y) => sum + y, 0) + 0.5) / (label.length + 1);
  return { lines: [], base: Math.log(share / (1 - share)), slope: slopeBelief.mean, loss: Number.NaN };
}
