import type { CohortDivision } from './division.ts';
import type { Sample } from './sample.ts';
import type { CohortShares } from './types.ts';
import { type Scored, zWithin } from './within-strata.ts';

/** Counts best and all units per start quarter, and says how far the quarters are apart. */
export function shareByCohort(cohort: CohortDivision, sample: Sample, scored: Scored): CohortShares {
  const quarters = cohort.quarters.map((quarter) => ({ quarter, best: 0, of: 0 }));
  cohort.groups.forEach((group, i) => {
    if (group < 0) return;
    quarters[group]!.of++;
    quarters[group]!.best += sample.label[i]!;
  });
  return { z: zWithin(cohort, null, scored), quarters };
}
