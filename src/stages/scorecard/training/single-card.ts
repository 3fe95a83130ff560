import { fixedCard } from './fixed-card.ts';
import type { Prepared, TrainedCard } from './types.ts';

/** Points of the condition: what a point is worth is free, so that any number would do. */
const POINTS = 3;

/** The one condition that tells most alone; null where nothing was found. */
export function singleCard(prepared: Prepared): TrainedCard | null {
  const told = prepared.candidates.filter(({ pattern }) => pattern !== null && pattern.parts.length === 0);
  const [first] = told.toSorted((one, other) => one.pattern!.pField - other.pattern!.pField);
  if (first === undefined) return null;
  const points = first.pattern!.direction === 'for' ? POINTS : -POINTS;
  return fixedCard(prepared, [{ ...first, rubric: points }], { slopePrior: null });
}
