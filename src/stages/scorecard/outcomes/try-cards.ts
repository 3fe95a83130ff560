import { tierOf } from '../tier-of.ts';
import type { Tier } from '../types.ts';
import { fitSums } from './fit-sums.ts';
import type {
  OutcomeCounts,
  OutcomeGroup,
  OutcomeVectors,
  PerTier,
  PointsCard,
  TierMove,
  TotalCount,
} from './types.ts';

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
  /** The tier under the card before. */
  readonly was: Tier;
}

/** The scored vectors of one timing class, taken apart once. */
interface Prepared {
  readonly timing: OutcomeGroup['timing'];
  /** For every eight lines the places of all vectors in a table of their sums. */
  readonly places: readonly Uint16Array[];
  readonly accounts: Float64Array;
  /** The tier under the card before, by its place. */
  readonly was: Uint8Array;
}

const tiers: readonly Tier[] = ['A', 'B', 'C', 'D'];
const linesAtOnce = 8;

/**
 * Takes the vectors apart once, and gives what any other card of the same lines comes to beside the one before: counts,
 * totals, moves and grid in one pass of a few milliseconds, for sliders that are being moved.
 *
 * @param before the card of the page; the points of both are whole numbers
 */
export function tryCards(vectors: OutcomeVectors, before: PointsCard): (after: PointsCard) => TriedCard {
  const prepared = prepare(vectors, before);
  const disqualified = vectors.groups
    .filter(({ standing }) => standing === 'disqualified')
    .reduce((all, { accounts }) => accounts.reduce((sum, n) => sum + n, all), 0);
  return (after) => describe(sumUp(prepared, after), { after, disqualified, ...vectors });
}

function prepare(vectors: OutcomeVectors, before: PointsCard): readonly Prepared[] {
  const { fit } = fitSums(before);
  const chunks = Math.ceil(before.fit.length / linesAtOnce);
  const scored = vectors.groups.filter(({ standing }) => standing === 'scored');
  return scored.map(({ timing, codes, accounts }) => {
    const places = Array.from({ length: chunks }, () => new Uint16Array(codes.length));
    codes.forEach((code, i) => {
      let rest = code;
      for (const own of places) {
        const place = rest % 3 ** linesAtOnce;
        own[i] = place;
        rest = (rest - place) / 3 ** linesAtOnce;
      }
    });
    const was = Uint8Array.from(codes, (code) => tiers.indexOf(tierOf(fit(code), before.tiers)));
    return { timing, places, accounts: Float64Array.from(accounts), was };
  });
}

/** How total, what unknowns could add and what they could take are packed into one whole number. */
function packing({ fit }: PointsCard) {
  const gain = fit.reduce((sum, { points }) => sum + Math.max(points, 0), 0);
  const loss = fit.reduce((sum, { points }) => sum + Math.max(0 - points, 0), 0);
  const [above, below] = [gain + 1, loss + 1];
  return { gain, loss, above, below, size: (gain + loss + 1) * above * below };
}

/** Groups the scored accounts by all their sums at once: two additions a vector. */
function sumUp(prepared: readonly Prepared[], after: PointsCard): readonly Summed[] {
  const { loss, above, below, size } = packing(after);
  const worths = after.fit.map(({ points }) => ({
    unknown: points > 0 ? points * below : 0 - points,
    yes: points * above * below,
  }));
  const tables: Int32Array[] = [];
  for (let from = 0; from < worths.length; from += linesAtOnce)
    tables.push(tableOf(worths.slice(from, from + linesAtOnce)));
  return prepared.flatMap(({ timing, places, accounts, was }) => {
    const counts = new Float64Array(size * tiers.length);
    for (let i = 0; i < accounts.length; i++) {
      let key = loss * above * below;
      for (let chunk = 0; chunk < tables.length; chunk++) key += tables[chunk]![places[chunk]![i]!]!;
      counts[key * tiers.length + was[i]!]! += accounts[i]!;
    }
    const found: Summed[] = [];
    counts.forEach((n, at) => {
      if (n === 0) return;
      const key = Math.floor(at / tiers.length);
      const total = Math.floor(key / (above * below)) - loss;
      const [up, down] = [Math.floor(key / below) % above, key % below];
      const before = tiers[at % tiers.length]!;
      found.push({ timing, accounts: n, total, least: total - down, most: total + up, was: before });
    });
    return found;
  });
}

/** The packed sum of every combination of outcomes of up to eight lines, at the place of its code. */
function tableOf(worths: readonly { readonly unknown: number; readonly yes: number }[]): Int32Array {
  let sums = Int32Array.of(0);
  for (const { unknown, yes } of worths) {
    const { length } = sums;
    const grown = new Int32Array(3 * length);
    for (let i = 0; i < length; i++) {
      grown[i] = sums[i]!;
      grown[length + i] = sums[i]! + unknown;
      grown[2 * length + i] = sums[i]! + yes;
    }
    sums = grown;
  }
  return sums;
}

interface Described {
  readonly after: PointsCard;
  readonly disqualified: number;
  readonly outsideMarket: number;
}

function describe(sums: readonly Summed[], { after, disqualified, outsideMarket }: Described): TriedCard {
  const perTier = (some: readonly Summed[]): PerTier<number> => {
    const counts = { A: 0, B: 0, C: 0, D: 0 };
    for (const { total, accounts } of some) counts[tierOf(total, after.tiers)] += accounts;
    return counts;
  };
  const grid = [...new Set(sums.map(({ timing }) => timing))].map((timing) => ({
    timing,
    tiers: perTier(sums.filter((of) => of.timing === timing)),
  }));
  const isUnsettled = ({ least, most }: Summed) => tierOf(least, after.tiers) !== tierOf(most, after.tiers);
  const counted = perTier(sums);
  return {
    counts: {
      accounts: counted.A + counted.B + counted.C + counted.D + disqualified + outsideMarket,
      tiers: counted,
      disqualified,
      outsideMarket,
      needsData: sums.reduce((all, of) => (isUnsettled(of) ? all + of.accounts : all), 0),
      callToday: grid.find(({ timing }) => timing === 'hot')?.tiers.A ?? 0,
    },
    totals: totalsOf(sums),
    moves: movesOf(sums, after),
    grid,
  };
}

function totalsOf(sums: readonly Summed[]): readonly TotalCount[] {
  const counts = new Map<number, number>();
  for (const { total, accounts } of sums) counts.set(total, (counts.get(total) ?? 0) + accounts);
  return [...counts]
    .map(([total, accounts]) => ({ total, accounts }))
    .sort((one, other) => other.total - one.total);
}

function movesOf(sums: readonly Summed[], after: PointsCard): readonly TierMove[] {
  const moved = new Map<string, number>();
  for (const { total, was, accounts } of sums) {
    const key = was + tierOf(total, after.tiers);
    moved.set(key, (moved.get(key) ?? 0) + accounts);
  }
  return tiers.flatMap((from) =>
    tiers.flatMap((to) => {
      const accounts = from === to ? 0 : (moved.get(from + to) ?? 0);
      return accounts === 0 ? [] : [{ from, to, accounts }];
    }),
  );
}
