import { variance } from './variance.ts';

/** How many records each split tested on and learned from. */
export interface SplitSizes {
  readonly test: number;
  readonly train: number;
}

/**
 * The standard error of a mean over the splits of a repeated cross-validation. The splits share records, so the plain
 * error (variance / J) is far too small; Nadeau and Bengio (2003) add the correlation: sqrt(variance x (1/J +
 * test/train)). More repeats therefore never make it vanish. Divide a mean by it and read the t distribution with J - 1
 * degrees of freedom. Fewer than two known values give NaN.
 *
 * @param values one figure of each of the J splits (of a difference of two models: the paired differences).
 * @param sizes records of a split: 5 folds of 100 records test on 20 and learn from 80.
 * @example
 * resampledError([0.7, 0.8, 0.9], { test: 20, train: 80 }); // 0.1 x sqrt(1/3 + 1/4) = 0.0764
 */
export function resampledError(values: ArrayLike<number>, { test, train }: SplitSizes): number {
  let known = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) known++;
  return Math.sqrt(variance(values) * (1 / known + test / train));
}
