import type { LearningTask } from './types.ts';

/** The largest weight, in log odds, that any condition may have. */
export function mostWeight({ limits, mostSlope }: LearningTask): number {
  return limits.reduce((most, { low, high }) => Math.max(most, -low, high), 0) * mostSlope;
}
