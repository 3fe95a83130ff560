import type { Condition } from '../../base/expr/index.ts';
import { levelsOf } from './levels-of.ts';
import type { CandidateField } from './types.ts';

/** Which end of a window is moved by one bin, and which way. */
export type WindowChange = 'wider-below' | 'wider-above' | 'narrower-below' | 'narrower-above';

/** A window with one of its ends moved to the neighbouring bin. */
export interface WindowStep {
  readonly change: WindowChange;
  readonly condition: Condition;
}

/**
 * The neighbours of a window over the bins of a field: each end out by one bin, each end in. None for a condition that is
 * no window over this field; a step that would leave no bound or no bin is left out.
 *
 * @example
 * windowSteps(sizes, sizes.condition([2, 3])); // levels 1-3, 2-4, 3 and 2
 */
export function windowSteps(field: CandidateField, condition: Condition): readonly WindowStep[] {
  const inside = field.ordered ? binsInside(field, condition) : null;
  if (inside === null) return [];
  const { first, last } = inside;
  const ends: readonly (readonly [WindowChange, number, number])[] = [
    ['wider-below', first - 1, last],
    ['wider-above', first, last + 1],
    ['narrower-below', first + 1, last],
    ['narrower-above', first, last - 1],
  ];
  const most = field.levels.filter(({ nameable }) => nameable).length - 1;
  return ends
    .filter(([, from, to]) => from >= 0 && to <= most && from <= to && to - from < most)
    .map(([change, from, to]) => ({
      change,
      condition: field.condition(Array.from({ length: to - from + 1 }, (_, i) => from + i)),
    }));
}

/** The bins of a window: those that give it, else those that lie in it whole. */
function binsInside(
  field: CandidateField,
  condition: Condition,
): { readonly first: number; readonly last: number } | null {
  const levels = levelsOf(field, condition) ?? wholeBins(field, condition);
  return levels.length === 0 ? null : { first: Math.min(...levels), last: Math.max(...levels) };
}

function wholeBins({ levels }: CandidateField, condition: Condition): readonly number[] {
  if (condition.op !== 'window') return [];
  const [from, to] = [condition.low ?? Number.NEGATIVE_INFINITY, condition.high ?? Number.POSITIVE_INFINITY];
  return levels.flatMap(({ low, high, nameable }, i) =>
    nameable && low !== null && high !== null && low >= from && high <= to ? [i] : [],
  );
}
