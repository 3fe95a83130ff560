/** Drawing without replacement: how many records there are, and how many of them carry the mark. */
export interface MarkedPopulation {
  readonly population: number;
  readonly successes: number;
}

/** One-sided hypergeometric mid-p values of one population, computed a row (one number of draws) at a time. */
export interface MidPTable {
  /** P(X > k) + P(X = k)/2 when `draws` records are taken; 0 once it is below about 1e-308. */
  midP(k: number, draws: number): number;
  /** Natural logarithm of the same, which has no such floor. */
  logMidP(k: number, draws: number): number;
}

const CELLS_KEPT = 4_000_000;

/**
 * Looks up "at least this many marked among those drawn" very often, as a search over conditions and permutations
 * does. A row is computed when first asked for, in time linear in its length, and kept; when about 32 MB are kept the
 * table starts anew. Ratios of neighbouring chances replace factorials, so far tails keep a relative error below
 * 1e-10. Outside its possible values k gives 1 (below) or 0 (above).
 *
 * @example
 * const table = createMidPTable({ population: 30, successes: 10 });
 * table.midP(8, 9); // eight of nine: 0.000032
 */
export function createMidPTable(marked: MarkedPopulation): MidPTable {
  let rows: (Float64Array | undefined)[] = [];
  let cells = 0;
  const rowOf = (draws: number): Float64Array => {
    const known = rows[draws];
    if (known !== undefined) return known;
    const row = logMidPRow(marked, draws);
    if (cells + row.length > CELLS_KEPT) {
      rows = [];
      cells = 0;
    }
    rows[draws] = row;
    cells += row.length;
    return row;
  };
  const logMidP = (k: number, draws: number): number => {
    const row = rowOf(draws);
    const index = k - fewest(marked, draws);
    if (index < 0) return 0;
    return index < row.length ? row[index]! : -Infinity;
  };
  return { logMidP, midP: (k, draws) => Math.exp(logMidP(k, draws)) };
}

function fewest(marked: MarkedPopulation, draws: number): number {
  return Math.max(0, draws + marked.successes - marked.population);
}

/** ln mid-p of every possible k, from the fewest to the most. */
function logMidPRow(marked: MarkedPopulation, draws: number): Float64Array {
  const { population, successes } = marked;
  const low = fewest(marked, draws);
  const last = Math.min(draws, successes) - low;
  const rising = (index: number): number => {
    const k = low + index;
    return ((successes - k) * (draws - k)) / ((k + 1) * (population - successes - draws + k + 1));
  };
  const top = Math.floor(((draws + 1) * (successes + 1)) / (population + 2));
  const mode = Math.min(last, Math.max(0, top - low));

  const row = new Float64Array(last + 1);
  const above = new Float64Array(last + 1).fill(1);
  const below = new Float64Array(last + 1).fill(1);
  for (let i = last - 1; i >= mode; i--) above[i] = 1 + rising(i) * above[i + 1]!;
  for (let i = 1; i <= mode; i++) below[i] = 1 + below[i - 1]! / rising(i - 1);

  row[mode] = -Math.log(above[mode]! + below[mode]! - 1);
  for (let i = mode; i < last; i++) row[i + 1] = row[i]! + Math.log(rising(i));
  for (let i = mode; i > 0; i--) row[i - 1] = row[i]! - Math.log(rising(i - 1));

  for (let i = 0; i < mode; i++) row[i] = Math.log1p(-Math.exp(row[i]!) * (below[i]! - 0.5));
  for (let i = mode; i <= last; i++) row[i] = row[i]! + Math.log(above[i]! - 0.5);
  return row;
}
