import type { Truth } from '../../base/expr/index.ts';
import type { Card } from './types.ts';

/** A fit as far as it is known, and between which bounds the unknown lines can still move it. */
export interface FitRange {
  readonly fit: number;
  readonly fitMin: number;
  readonly fitMax: number;
}

/** Adds up the lines that hold; unknown ones widen the range, downwards when their points are negative. */
export function fitRange(card: Pick<Card, 'fit'>, truths: readonly Truth[]): FitRange {
  let fit = 0;
  let below = 0;
  let above = 0;
  card.fit.forEach(({ points }, i) => {
    if (truths[i] === true) fit += points;
    else if (truths[i] === null) {
      below += Math.min(points, 0);
      above += Math.max(points, 0);
    }
  });
  return { fit, fitMin: fit + below, fitMax: fit + above };
}
