import { codeSum } from './code-sum.ts';
import type { PointsCard } from './types.ts';

/** The fit of an outcome code, and the fit if all its unknowns turned out badly or well: as `fitRange`, from codes. */
export interface FitSums {
  readonly fit: (code: number) => number;
  readonly fitMin: (code: number) => number;
  readonly fitMax: (code: number) => number;
}

/** The sums of a card over outcome codes of its fit lines. */
export function fitSums({ fit }: Pick<PointsCard, 'fit'>): FitSums {
  return {
    fit: codeSum(fit.map(({ points }) => [0, 0, points])),
    fitMin: codeSum(fit.map(({ points }) => [0, Math.min(points, 0), points])),
    fitMax: codeSum(fit.map(({ points }) => [0, Math.max(points, 0), points])),
  };
}
