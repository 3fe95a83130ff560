import type { TrainedCard } from './types.ts';

/** The total of each unit: the points of the lines that it answers with yes. An unknown adds nothing, as a no does. */
export function totalPoints({ lines }: Pick<TrainedCard, 'lines'>, units: number): Float64Array {
  const totals = new Float64Array(units);
  for (const { points, answers } of lines)
    for (let i = 0; i < units; i++) if (answers[i] === 1) totals[i]! += points;
  return totals;
}
