import { chiSquareZ, type Random } from '../../base/stats/index.ts';
import { accountCodes, type Clusters } from './clusters.ts';
import type { Division } from './division.ts';
import { quadraticForm } from './quadratic-form.ts';
import { accountShares, strataCovariance } from './strata-covariance.ts';
import { excessSums, type Stratified, stratumRow, tableStrata } from './strata-sums.ts';

/** The scores of a search, and the accounts whose records belong together. */
export interface Scored {
  readonly score: Float64Array;
  readonly clusters: Clusters | null;
}

/**
 * Lays out a division for comparison within the groups of another (within all records when null). Where both are
 * attributes of accounts, an account with the sum of its records' scores becomes the record, as in the search;
 * scores are centred first, so that accounts with many records do not carry their stratum's mean into the sum.
 */
export function stratify(division: Division, given: Division | null, scored: Scored): Stratified {
  const { score: scores, clusters } = scored;
  const { groups } = division;
  const strata = given === null ? new Int32Array(scores.length) : given.groups;
  const stratified = { scores, groups, strata, clusters };
  if (clusters === null) return stratified;
  const ofGroups = accountCodes(groups, clusters);
  const ofStrata = accountCodes(strata, clusters);
  if (ofGroups === null || ofStrata === null) return stratified;
  const spread = (codes: Int32Array) => Int32Array.from(clusters.cluster, (account) => codes[account]!);
  const { means, strata: rows } = tableStrata({
    ...stratified,
    groups: spread(ofGroups),
    strata: spread(ofStrata),
  });
  const sums = new Float64Array(clusters.accounts);
  clusters.cluster.forEach((account, i) => {
    sums[account]! += scores[i]! - means[stratumRow(ofStrata[account]!, rows)]!;
  });
  return { scores: sums, groups: ofGroups, strata: ofStrata, clusters: null };
}

/**
 * How far a division departs from chance within the strata of another: the search's own z in the form of van Elteren
 * (1960) and Cochran-Mantel-Haenszel, positive in the direction that the pattern has; of more than two groups the
 * z-score of their joint chi-square. 0 where the strata leave nothing to compare.
 */
export function zWithin(division: Division, given: Division | null, scored: Scored): number {
  const stratified = stratify(division, given, scored);
  const table = tableStrata(stratified);
  const excess = excessSums(table);
  const covariance = strataCovariance(stratified, table);
  if (division.sign !== null) {
    const variance = covariance[1]?.[1] ?? 0;
    return variance > 1e-9 ? (division.sign * excess[1]!) / Math.sqrt(variance) : 0;
  }
  const { value, rank } = quadraticForm(excess, covariance);
  return value > 0 ? chiSquareZ(value, rank) : 0;
}

/**
 * Share of random arrangements in which the inside departs as far in either direction, the real one counted: scores
 * are permuted within strata; where an account's records lie in several, accounts change sign as wholes.
 */
export function chanceWithin(
  stratified: Stratified,
  { random, draws }: { readonly random: Random; readonly draws: number },
): number {
  const draw =
    stratified.clusters === null
      ? permuting(stratified, random)
      : flipping(stratified, stratified.clusters, random);
  const real = Math.abs(excessSums(tableStrata(stratified))[1] ?? 0) * (1 - 1e-9) - 1e-9;
  let hits = 1;
  for (let d = 0; d < draws; d++) if (Math.abs(draw()) >= real) hits++;
  return hits / (draws + 1);
}

function permuting(stratified: Stratified, random: Random): () => number {
  const { scores, groups, strata: within } = stratified;
  const { strata, means, sizes } = tableStrata(stratified);
  const pools = Array.from({ length: strata }, (_, row) => ({
    scores: new Float64Array(sizes[row]!),
    inside: 0,
    filled: 0,
    mean: means[row]!,
  }));
  groups.forEach((group, i) => {
    if (group < 0) return;
    const pool = pools[stratumRow(within[i]!, strata)]!;
    pool.scores[pool.filled++] = scores[i]!;
    if (group === 1) pool.inside++;
  });
  const mixed = pools.filter(({ inside, filled }) => inside > 0 && inside < filled);
  return () => {
    let excess = 0;
    for (const pool of mixed) {
      random.shuffle(pool.scores);
      for (let i = 0; i < pool.inside; i++) excess += pool.scores[i]! - pool.mean;
    }
    return excess;
  };
}

function flipping(stratified: Stratified, clusters: Clusters, random: Random): () => number {
  const table = tableStrata(stratified);
  const shares = accountShares(stratified, clusters, table);
  const { groups } = table;
  return () => {
    let excess = 0;
    for (let at = 1; at < shares.length; at += groups)
      excess += random.integer(2) === 0 ? shares[at]! : -shares[at]!;
    return excess;
  };
}
