import { type CoverCounts, countCover } from '../cover.ts';
import type { Sample } from '../sample.ts';
import { combine, HOLDS } from './combine.ts';
import { withoutOne } from './list-combinations.ts';
import type { Part } from './part.ts';

/** Share of best inside less the largest inside a combination of one condition less; mirrored for against. */
export function addsTo(sample: Sample, parts: readonly Part[]): number {
  const { sign } = parts[0]!;
  const shareOf = (some: readonly Part[]): number => {
    const { bestInside, restInside } = counted(sample, some);
    return bestInside / Math.max(1, bestInside + restInside);
  };
  const own = shareOf(parts);
  return Math.min(...withoutOne(parts).map((some) => sign * (own - shareOf(some))));
}

function counted(sample: Sample, parts: readonly Part[]): CoverCounts {
  return countCover({ ...sample, fields: [combine(sample, parts)] }, 0, [HOLDS]);
}
