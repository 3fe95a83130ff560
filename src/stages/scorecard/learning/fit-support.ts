import { fitWeights, type Weighted, type WeightLimits } from './fit-weights.ts';
import type { Groups } from './groups.ts';
import type { LearningTask } from './types.ts';

/** Nats of which fitted weights may fall short: they are only compared and rounded. */
const SETTLED = 1e-3;

/** Fits weights to the support of the groups, starting from those of a fit that shares columns. */
export function fitSupport(task: LearningTask, groups: Groups, start: Weighted | null): Weighted {
  const weights = groups.support.map((column) => {
    const place = start?.groups.support.indexOf(column) ?? -1;
    return place < 0 ? 0 : start!.weights[place]!;
  });
  const limits = groups.support.map((column) => weightLimits(task, column));
  return fitWeights(groups, { limits, start: [start?.base ?? baseOf(groups), ...weights], settled: SETTLED });
}

function baseOf({ weights, positives }: Groups): number {
  const sum = (numbers: Float64Array): number => numbers.reduce((a, b) => a + b, 0);
  return Math.log(sum(positives) / (sum(weights) - sum(positives)));
}

function weightLimits({ limits, mostSlope }: LearningTask, column: number): WeightLimits {
  const { low, high } = limits[column]!;
  return { low: Math.min(low, 0) * mostSlope, high: Math.max(high, 0) * mostSlope };
}
