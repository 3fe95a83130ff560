import {
  foldRecords,
  type LearnedCard,
  type LearningTask,
  learnCards,
  nearEqualCards,
} from '../learning/index.ts';
import { baseCard } from './base-card.ts';
import type { Candidate, Prepared, TrainedCard } from './types.ts';

/** Log odds that a point may be worth at most. */
const MOST_SLOPE = 2;

/** Cards among which near-equal ones are looked for. */
const TRIED = 12;

/** Log odds that a point is believed to be worth: mean and deviation (statistics.md, section 6). */
export const slopeBelief = { mean: 0.4, deviation: 0.25 } as const;

/** Learns points for some candidates from the units that were prepared: the best card and near-equal ones of other fields. */
export function learnPoints(
  { rows, label }: Prepared,
  candidates: readonly Candidate[],
  task: Omit<LearningTask, 'records' | 'mostSlope'>,
): readonly TrainedCard[] {
  const columns = candidates.map(({ answers }) => ({ values: Float64Array.from(rows, (i) => answers[i]!) }));
  const records = foldRecords(columns, label);
  const tried = task.keep === 1 ? 1 : TRIED;
  const learning = learnCards({ ...task, records, mostSlope: MOST_SLOPE, keep: tried });
  if (learning.kind !== 'cards') return [baseCard(label, slopeBelief.mean)];
  const searchable = candidates.map((candidate) => candidate.searchable);
  const near = nearEqualCards(records, learning.cards, { fields: task.fields, searchable, most: task.keep });
  return near.map((card) => toTrained(card, candidates));
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
