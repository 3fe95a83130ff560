import { tierOf } from '../tier-of.ts';
import type { Tier } from '../types.ts';
import { fitSums } from './fit-sums.ts';
import type { CardChange } from './tier-moves.ts';
import type { OutcomeCounts, OutcomeGroup, OutcomeVectors, PerTier, TierMove, TotalCount } from './types.ts';

/** All that is shown of a card while its points and tiers are moved. */
export interface TriedCard {
  /** As `countOutcomes`. */
  readonly counts: OutcomeCounts;
  /** As `countTotals`. */
  readonly totals: readonly TotalCount[];
  /** As `tierMoves`. */
  readonly moves: readonly TierMove[];
  /** The scored accounts of each timing class by tier. */
  readonly grid: readonly { readonly timing: OutcomeGroup['timing']; readonly tiers: PerTier<number> }[];
}

const tiers: readonly Tier[] = ['A', 'B', 'C', 'D'];

/** Counts, totals, moves and grid of a card beside another in one pass over the vectors: for sliders that are being moved. */
export function tryCard(vectors: OutcomeVectors, { before, after }: CardChange): TriedCard {
  const [was, now] = [fitSums(before), fitSums(after)];
  const totals = new Map<number, number>();
  const moved = new Map<string, number>();
  const grid = new Map<OutcomeGroup['timing'], { A: number; B: number; C: number; D: number }>();
  let [disqualified, needsData] = [0, 0];
  for (const { standing, timing, codes, accounts } of vectors.groups) {
    const cells = grid.get(timing) ?? { A: 0, B: 0, C: 0, D: 0 };
    if (standing === 'scored') grid.set(timing, cells);
    for (let i = 0; i < codes.length; i++) {
      const n = accounts[i]!;
      if (standing === 'disqualified') disqualified += n;
      else {
        const code = codes[i]!;
        const total = now.fit(code);
        const tier = tierOf(total, after.tiers);
        const from = tierOf(was.fit(code), before.tiers);
        totals.set(total, (totals.get(total) ?? 0) + n);
        cells[tier] += n;
        if (from !== tier) moved.set(from + tier, (moved.get(from + tier) ?? 0) + n);
        if (tierOf(now.fitMin(code), after.tiers) !== tierOf(now.fitMax(code), after.tiers)) needsData += n;
      }
    }
  }
  const cells = [...grid.values()];
  const inTier = (tier: Tier) => cells.reduce((sum, of) => sum + of[tier], 0);
  const counted = { A: inTier('A'), B: inTier('B'), C: inTier('C'), D: inTier('D') };
  const { outsideMarket } = vectors;
  const scored = counted.A + counted.B + counted.C + counted.D;
  return {
    counts: {
      accounts: scored + disqualified + outsideMarket,
      tiers: counted,
      disqualified,
      outsideMarket,
      needsData,
      callToday: grid.get('hot')?.A ?? 0,
    },
    totals: [...totals]
      .map(([total, accounts]) => ({ total, accounts }))
      .sort((one, other) => other.total - one.total),
    moves: tiers.flatMap((from) =>
      tiers.flatMap((to) => {
        const accounts = moved.get(from + to) ?? 0;
        return accounts === 0 ? [] : [{ from, to, accounts }];
      }),
    ),
    grid: [...grid].map(([timing, of]) => ({ timing, tiers: of })),
  };
}
