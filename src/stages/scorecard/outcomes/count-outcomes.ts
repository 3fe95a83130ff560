import { tierOf } from '../tier-of.ts';
import { fitSums } from './fit-sums.ts';
import type { OutcomeCounts, OutcomeGroup, OutcomeVectors, PointsCard } from './types.ts';

/** How many accounts stand where with these points and tiers: what scoring all of them would count. */
export function countOutcomes(vectors: OutcomeVectors, card: PointsCard): OutcomeCounts {
  const { fit, fitMin, fitMax } = fitSums(card);
  const tiers = { A: 0, B: 0, C: 0, D: 0 };
  let [disqualified, needsData, callToday] = [0, 0, 0];
  for (const group of vectors.groups) {
    if (group.standing === 'disqualified') disqualified += accountsOf(group);
    else
      group.codes.forEach((code, i) => {
        const accounts = group.accounts[i]!;
        const tier = tierOf(fit(code), card.tiers);
        tiers[tier] += accounts;
        if (tier === 'A' && group.timing === 'hot') callToday += accounts;
        if (tierOf(fitMin(code), card.tiers) !== tierOf(fitMax(code), card.tiers)) needsData += accounts;
      });
  }
  const { outsideMarket } = vectors;
  const accounts = tiers.A + tiers.B + tiers.C + tiers.D + disqualified + outsideMarket;
  return { accounts, tiers, disqualified, outsideMarket, needsData, callToday };
}

function accountsOf({ accounts }: OutcomeGroup): number {
  return accounts.reduce((sum, n) => sum + n, 0);
}
