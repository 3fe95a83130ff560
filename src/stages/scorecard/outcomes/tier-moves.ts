import { tierOf } from '../tier-of.ts';
import type { Tier } from '../types.ts';
import { eachScored } from './each-scored.ts';
import { fitSums } from './fit-sums.ts';
import type { OutcomeVectors, PointsCard, TierMove } from './types.ts';

/** From one card to another with the same lines. */
export interface CardChange {
  readonly before: PointsCard;
  readonly after: PointsCard;
}

const tiers: readonly Tier[] = ['A', 'B', 'C', 'D'];

/** How many accounts change their tier, from which to which; from the best tier downwards. */
export function tierMoves(vectors: OutcomeVectors, { before, after }: CardChange): readonly TierMove[] {
  const [fitBefore, fitAfter] = [fitSums(before).fit, fitSums(after).fit];
  const moved = new Map<string, number>();
  for (const { code, accounts } of eachScored(vectors)) {
    const key = tierOf(fitBefore(code), before.tiers) + tierOf(fitAfter(code), after.tiers);
    moved.set(key, (moved.get(key) ?? 0) + accounts);
  }
  return tiers.flatMap((from) =>
    tiers.flatMap((to) => {
      const accounts = from === to ? 0 : (moved.get(from + to) ?? 0);
      return accounts === 0 ? [] : [{ from, to, accounts }];
    }),
  );
}
