import type { Clusters } from './clusters.ts';
import { type StrataTable, type Stratified, stratumRow } from './strata-sums.ts';

/** How the excess sums of the groups vary together when nothing but their strata tells the groups apart. */
export function strataCovariance(stratified: Stratified, table: StrataTable): readonly Float64Array[] {
  const { clusters } = stratified;
  return clusters === null
    ? permutedCovariance(table)
    : outerSum(accountShares(stratified, clusters, table), table.groups);
}

/** Exactly as over all permutations of the scores within strata (Cochran-Mantel-Haenszel). */
function permutedCovariance(table: StrataTable): readonly Float64Array[] {
  const { groups, strata, counts, sizes, means, squares } = table;
  const covariance = Array.from({ length: groups }, () => new Float64Array(groups));
  for (let row = 0; row < strata; row++) {
    const n = sizes[row]!;
    if (n < 2) continue;
    const variance = Math.max(0, squares[row]! - n * means[row]! ** 2) / (n - 1);
    for (let g = 0; g < groups; g++) {
      const own = counts[row * groups + g]!;
      for (let h = 0; h < groups; h++) {
        const other = counts[row * groups + h]!;
        covariance[g]![h]! += variance * ((g === h ? own : 0) - (own * other) / n);
      }
    }
  }
  return covariance;
}

/**
 * What each account adds to the excess of each group, at `account * groups + group`: its records are one observation,
 * whatever they have in common and however they lie in the strata.
 */
export function accountShares(
  { scores, groups: of, strata: within }: Stratified,
  { cluster, accounts }: Clusters,
  { groups, strata, counts, sizes, means }: StrataTable,
): Float64Array {
  const shares = new Float64Array(accounts * groups);
  for (let i = 0; i < scores.length; i++) {
    const group = of[i]!;
    if (group < 0) continue;
    const row = stratumRow(within[i]!, strata);
    const excess = scores[i]! - means[row]!;
    const at = cluster[i]! * groups;
    for (let g = 0; g < groups; g++) {
      const expected = counts[row * groups + g]! / sizes[row]!;
      shares[at + g]! += excess * ((g === group ? 1 : 0) - expected);
    }
  }
  return shares;
}

/** Sum of the outer products of the accounts' shares: the covariance with accounts as clusters (Liang and Zeger 1986). */
function outerSum(shares: Float64Array, groups: number): readonly Float64Array[] {
  const covariance = Array.from({ length: groups }, () => new Float64Array(groups));
  for (let at = 0; at < shares.length; at += groups)
    for (let g = 0; g < groups; g++)
      for (let h = 0; h < groups; h++) covariance[g]![h]! += shares[at + g]! * shares[at + h]!;
  return covariance;
}
