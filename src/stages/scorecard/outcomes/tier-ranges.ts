import { tierOf } from '../tier-of.ts';
import type { Tier } from '../types.ts';
import { eachScored } from './each-scored.ts';
import { fitSums } from './fit-sums.ts';
import type { OutcomeVectors, PointsCard, TierRanges } from './types.ts';

/** The tiers, the best first. */
const tiers = ['A', 'B', 'C', 'D'] as const;

/** How far the unknowns can still move each tier. An account may both rise and fall where a line takes points off. */
export function tierRanges(vectors: OutcomeVectors, card: PointsCard): TierRanges {
  const { fit, fitMin, fitMax } = fitSums(card);
  const none = () => ({ A: 0, B: 0, C: 0, D: 0 });
  const [now, settled, mayRise, mayFall, atWorst, atBest] = [none(), none(), none(), none(), none(), none()];
  for (const { code, accounts } of eachScored(vectors)) {
    const [tier, least, most] = [fit, fitMin, fitMax].map((of): Tier => tierOf(of(code), card.tiers)) as [
      Tier,
      Tier,
      Tier,
    ];
    now[tier] += accounts;
    atWorst[least] += accounts;
    atBest[most] += accounts;
    if (least === most) settled[tier] += accounts;
    if (most < tier) mayRise[tier] += accounts;
    if (least > tier) mayFall[tier] += accounts;
  }
  const ranges = tiers.map((tier) => ({
    tier,
    accounts: now[tier],
    settled: settled[tier],
    mayRise: mayRise[tier],
    mayFall: mayFall[tier],
  }));
  return { tiers: ranges, atWorst, atBest };
}
