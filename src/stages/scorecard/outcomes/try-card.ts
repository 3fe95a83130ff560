import { tierOf } from '../tier-of.ts';
import type { Tier } from '../types.ts';
import { codeSum } from './code-sum.ts';
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

/** Accounts of one timing class that have the same sums. */
interface Summed {
  readonly timing: OutcomeGroup['timing'];
  readonly accounts: number;
  readonly total: number;
  /** Between which the unknowns can move the total. */
  readonly least: number;
  readonly most: number;
  /** The total under the card before. */
  readonly was: number;
}

const tiers: readonly Tier[] = ['A', 'B', 'C', 'D'];

/**
 * Counts, totals, moves and grid of a card beside another in one pass over the vectors: for sliders that are being moved.
 *
 * @param change cards of the same lines; their points are whole numbers
 */
export function tryCard(vectors: OutcomeVectors, { before, after }: CardChange): TriedCard {
  const sums = sumUp(vectors, { before, after });
  const disqualified = vectors.groups
    .filter(({ standing }) => standing === 'disqualified')
    .reduce((all, { accounts }) => accounts.reduce((sum, n) => sum + n, all), 0);
  const timings = [...new Set(sums.map(({ timing }) => timing))];
  const inTier = (tier: Tier, some: readonly Summed[]) =>
    countOf(some, ({ total }) => tierOf(total, after.tiers) === tier);
  const perTier = (some: readonly Summed[]): PerTier<number> => ({
    A: inTier('A', some),
    B: inTier('B', some),
    C: inTier('C', some),
    D: inTier('D', some),
  });
  const grid = timings.map((timing) => ({
    timing,
    tiers: perTier(sums.filter((of) => of.timing === timing)),
  }));
  const { outsideMarket } = vectors;
  const isUnsettled = ({ least, most }: Summed) => tierOf(least, after.tiers) !== tierOf(most, after.tiers);
  return {
    counts: {
      accounts: countOf(sums, () => true) + disqualified + outsideMarket,
      tiers: perTier(sums),
      disqualified,
      outsideMarket,
      needsData: countOf(sums, isUnsettled),
      callToday: grid.find(({ timing }) => timing === 'hot')?.tiers.A ?? 0,
    },
    totals: totalsOf(sums),
    moves: movesOf(sums, { before, after }),
    grid,
  };
}

/** Points of up to 33 lines, five at most each, stay below half of this. */
const base = 1024;
const half = base / 2;

/**
 * Groups the scored accounts by all their sums at once: the total, what unknowns could add and take, and the total before
 * are packed into one number, so that each code is taken apart once.
 */
function sumUp({ groups }: OutcomeVectors, { before, after }: CardChange): readonly Summed[] {
  const packed = codeSum(
    after.fit.map(({ points }, i) => [
      0,
      base * Math.max(points, 0) + base ** 2 * Math.max(0 - points, 0),
      points + base ** 3 * before.fit[i]!.points,
    ]),
  );
  return groups
    .filter(({ standing }) => standing === 'scored')
    .flatMap(({ timing, codes, accounts }) => {
      const counts = new Map<number, number>();
      for (let i = 0; i < codes.length; i++) {
        const sum = packed(codes[i]!);
        counts.set(sum, (counts.get(sum) ?? 0) + accounts[i]!);
      }
      return [...counts].map(([sum, n]) => ({ timing, accounts: n, ...unpack(sum) }));
    });
}

function unpack(packed: number): Pick<Summed, 'total' | 'least' | 'most' | 'was'> {
  let rest = packed + half + half * base ** 3;
  const take = () => {
    const digit = rest % base;
    rest = (rest - digit) / base;
    return digit;
  };
  const total = take() - half;
  const [above, below] = [take(), take()];
  return { total, least: total - below, most: total + above, was: rest - half };
}

function countOf(sums: readonly Summed[], is: (of: Summed) => boolean): number {
  return sums.reduce((all, of) => (is(of) ? all + of.accounts : all), 0);
}

function totalsOf(sums: readonly Summed[]): readonly TotalCount[] {
  const counts = new Map<number, number>();
  for (const { total, accounts } of sums) counts.set(total, (counts.get(total) ?? 0) + accounts);
  return [...counts]
    .map(([total, accounts]) => ({ total, accounts }))
    .sort((one, other) => other.total - one.total);
}

function movesOf(sums: readonly Summed[], { before, after }: CardChange): readonly TierMove[] {
  const moved = new Map<string, number>();
  for (const { total, was, accounts } of sums) {
    const key = tierOf(was, before.tiers) + tierOf(total, after.tiers);
    moved.set(key, (moved.get(key) ?? 0) + accounts);
  }
  return tiers.flatMap((from) =>
    tiers.flatMap((to) => {
      const accounts = from === to ? 0 : (moved.get(from + to) ?? 0);
      return accounts === 0 ? [] : [{ from, to, accounts }];
    }),
  );
}
