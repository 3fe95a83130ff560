import type { Page, PageContext, Profile } from './types.ts';

/** How accounts are ranked, in words: tiers with their plays and counts, timing, order of the queue. */
export function pageScoring(
  { tiers, timingTiers, queueBy }: Profile,
  attainable: number,
  counts: PageContext['tiers'],
): Page['scoring'] {
  return {
    attainable,
    tiers: [
      {
        tier: 'A',
        from: `${tiers.A} or more`,
        play: 'call today if hot',
        accounts: counts?.A ?? null,
      },
      { tier: 'B', from: `${tiers.B} or more`, play: 'sequence', accounts: counts?.B ?? null },
      { tier: 'C', from: `${tiers.C} or more`, play: 'sequence', accounts: counts?.C ?? null },
      { tier: 'D', from: `under ${tiers.C}`, play: 'out', accounts: counts?.D ?? null },
    ],
    timing: `Hot from ${timingTiers.hot} timing points, warm from ${timingTiers.warm}`,
    queue: `${queueBy.join(', then ')}, then fit`,
    left:
      counts === null
        ? null
        : `${counts.disqualified} disqualified, ${counts.outsideMarket} outside the market`,
  };
}
