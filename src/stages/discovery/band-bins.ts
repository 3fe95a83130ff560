import type { Band } from '../../base/expr/index.ts';
import { type Bin, binsFor, cutLevels } from './cut-levels.ts';

/** What a record that is left unknown costs, in nats of what the bins tell apart. */
const UNKNOWN_COSTS = 3;
/** Smallest share of the records that is worth a bin of its own. */
const LEAST_SHARE = 0.02;

/**
 * Bins over numbers known as bands, exact ones among them: of all ways to cut at the ends of bands and at the quantiles of
 * exact values the one whose bins tell most apart (their entropy), less what is lost where a band straddles a cut. So
 * bands of one scheme are the bins themselves; of two schemes the ends that they have in common remain.
 *
 * @param bands known values, an exact one has equal ends; in any order
 */
export function bandBins(bands: readonly Band[]): readonly Bin[] {
  const cuts = cutsOf(bands);
  const cell = (value: number) => cellOf(cuts, value);
  const cells = cuts.length + 1;
  const within = countWithin(
    bands.map(({ low, high }) => [cell(low), cell(high)]),
    cells,
  );
  const worth = (first: number, last: number) => {
    const count = within(first, last);
    const share = count / bands.length;
    if (count === 0 || share < LEAST_SHARE) return Number.NEGATIVE_INFINITY;
    return share * (UNKNOWN_COSTS - Math.log(share));
  };
  return bestRuns(cells, binsFor(bands.length), worth).map(([first, last]) => {
    const inside = bands.filter(({ low, high }) => cell(low) >= first && cell(high) <= last);
    return {
      low: inside.reduce((least, { low }) => Math.min(least, low), Number.POSITIVE_INFINITY),
      high: inside.reduce((most, { high }) => Math.max(most, high), Number.NEGATIVE_INFINITY),
    };
  });
}

/** Where a cut may be: the largest value below it, in order. */
function cutsOf(bands: readonly Band[]): readonly number[] {
  const ends = Float64Array.from(new Set(bands.flatMap(({ low, high }) => [low, high]))).sort();
  const before = (value: number) => ends[cellOf(ends, value) - 1] ?? Number.NEGATIVE_INFINITY;
  const wide = bands.filter(({ low, high }) => low < high);
  const exact = Float64Array.from(bands.filter(({ low, high }) => low === high).map(({ low }) => low));
  const found = [
    ...wide.flatMap(({ low, high }) => [before(low), high]),
    ...cutLevels(exact).map(({ high }) => high),
  ];
  const last = ends.at(-1)!;
  return [...new Set(found)].filter((cut) => cut >= ends[0]! && cut < last).sort((a, b) => a - b);
}

/** How many of the sorted cuts lie below a value. */
function cellOf(cuts: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Counts the spans of cells that lie within a run of cells. */
function countWithin(
  spans: readonly (readonly [first: number, last: number])[],
  cells: number,
): (first: number, last: number) => number {
  const from = Array.from({ length: cells + 1 }, () => new Int32Array(cells));
  for (const [first, last] of spans) from[first]![last]!++;
  for (let first = cells - 1; first >= 0; first--) {
    let ending = 0;
    for (let last = 0; last < cells; last++) {
      ending += from[first]![last]!;
      from[first]![last] = ending + from[first + 1]![last]!;
    }
  }
  return (first, last) => from[first]![last]!;
}

type Run = readonly [first: number, last: number];

/** The division of all cells into at most so many runs whose worths add up to most (Bellman 1957). */
function bestRuns(
  cells: number,
  most: number,
  worth: (first: number, last: number) => number,
): readonly Run[] {
  let best: readonly Division[] = Array.from({ length: cells }, (_, last) => divided(null, [0, last], worth));
  for (let runs = 2; runs <= most; runs++) {
    const fewer = best;
    best = fewer.map((before, last) => {
      let found = before;
      for (let first = 1; first <= last; first++) {
        const next = divided(fewer[first - 1]!, [first, last], worth);
        if (next.worth > found.worth) found = next;
      }
      return found;
    });
  }
  const runs: Run[] = [];
  for (let at: Division | null = best.at(-1)!; at !== null; at = at.before) runs.unshift(at.run);
  return runs;
}

interface Division {
  readonly worth: number;
  readonly run: Run;
  readonly before: Division | null;
}

function divided(
  before: Division | null,
  run: Run,
  worth: (first: number, last: number) => number,
): Division {
  return { worth: (before?.worth ?? 0) + worth(...run), run, before };
}
