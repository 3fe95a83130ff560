import type { PointLimits } from './types.ts';

/** The points that a condition on the card may have, ascending. */
export function allowedPoints({ low, high }: PointLimits): readonly number[] {
  return Array.from({ length: high - low + 1 }, (_, i) => low + i).filter((points) => points !== 0);
}
