import type { Clusters } from './clusters.ts';

/** Records to be compared only with others of their stratum. */
export interface Stratified {
  readonly scores: Float64Array;
  /** Group of each record; records of an unknown group (-1) are left out. */
  readonly groups: Int32Array;
  /** Stratum of each record; the unknown (-1) are a stratum of their own. */
  readonly strata: Int32Array;
  /** Accounts whose records belong together; null when every record is free. */
  readonly clusters: Clusters | null;
}

/** Records, sums of scores and sums of squares per stratum and group. */
export interface StrataTable {
  readonly groups: number;
  readonly strata: number;
  /** At `stratum * groups + group`. */
  readonly counts: Float64Array;
  readonly sums: Float64Array;
  /** Per stratum, over its groups. */
  readonly sizes: Float64Array;
  readonly means: Float64Array;
  readonly squares: Float64Array;
}

/** Row of the table that a record's stratum has. */
export function stratumRow(stratum: number, strata: number): number {
  return stratum < 0 ? strata - 1 : stratum;
}

/** Counts and sums of scores by stratum and group. */
export function tableStrata({ scores, groups: of, strata: within }: Stratified): StrataTable {
  const groups = largest(of) + 1;
  const strata = largest(within) + 2;
  const counts = new Float64Array(strata * groups);
  const sums = new Float64Array(strata * groups);
  const [sizes, totals, squares] = [0, 1, 2].map(() => new Float64Array(strata));
  for (let i = 0; i < scores.length; i++) {
    const group = of[i]!;
    if (group < 0) continue;
    const row = stratumRow(within[i]!, strata);
    const score = scores[i]!;
    counts[row * groups + group]!++;
    sums[row * groups + group]! += score;
    sizes![row]!++;
    totals![row]! += score;
    squares![row]! += score * score;
  }
  const means = totals!.map((total, row) => (sizes![row] === 0 ? 0 : total / sizes![row]!));
  return { groups, strata, counts, sums, sizes: sizes!, means, squares: squares! };
}

function largest(codes: Int32Array): number {
  let top = 0;
  for (const code of codes) if (code > top) top = code;
  return top;
}

/** Sum of the scores of each group less what its records' strata have on average. */
export function excessSums({ groups, strata, counts, sums, means }: StrataTable): Float64Array {
  const excess = new Float64Array(groups);
  for (let row = 0; row < strata; row++)
    for (let group = 0; group < groups; group++)
      excess[group]! += sums[row * groups + group]! - counts[row * groups + group]! * means[row]!;
  return excess;
}
