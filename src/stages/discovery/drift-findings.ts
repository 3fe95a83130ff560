import type { Finding, SearchPlan } from './round.ts';
import type { Sample } from './sample.ts';
import { searchSpace } from './search-space.ts';
import { strongestOf } from './strongest-of.ts';

/**
 * What would stand out if records of all quarters were compared, where the search compares those of one quarter only:
 * it has no verdict, but is told where it is a matter of time.
 */
export function driftFindings(sample: Sample, plan: SearchPlan): readonly Finding[] {
  const over = { ...plan, withinQuarters: false };
  return strongestOf(sample, over, { family: 'searched', hypotheses: [] }).map((found) => ({
    found,
    looks: searchSpace(found.column),
    q: 1,
    pAdjusted: 1,
    agrees: true,
  }));
}
