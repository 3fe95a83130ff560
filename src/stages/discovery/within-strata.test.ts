import { describe, expect, it } from 'vitest';
import { createRandom } from '../../base/stats/index.ts';
import type { Division } from './division.ts';
import { a, b, clusters, label, q, rows, score } from './reference-rows.ts';
import { chanceWithin, type Scored, stratify, zWithin } from './within-strata.ts';

const division = (groups: readonly number[], sign: Division['sign'] = 1): Division => ({
  groups: Int32Array.from(groups),
  sign,
});
const scored = (values: readonly number[], clusters: Scored['clusters'] = null): Scored => ({
  score: Float64Array.from(values),
  clusters,
});
// R 4.2, coin 1.4, on the records of reference-rows.ts.
describe('z within strata', () => {
  it('is the stratified test of scores, the unknown a stratum of their own', () => {
    // sqrt(statistic(independence_test(score ~ factor(a) | factor(b), teststat = "quad")))
    expect(zWithin(division(a), division(b), scored(score))).toBeCloseTo(2.21076483380736, 12);
  });

  it('is the test over all records when nothing is given', () => {
    // sqrt(statistic(independence_test(score ~ factor(a), teststat = "quad")))
    expect(zWithin(division(a), null, scored(score))).toBeCloseTo(1.83995166373933, 12);
  });

  it('of labels is the root of the Cochran-Mantel-Haenszel chi-square', () => {
    // mantelhaen.test(table(a, label, b), correct = FALSE)$statistic
    expect(zWithin(division(a), division(b), scored(label)) ** 2).toBeCloseTo(3.14543949905115, 12);
  });

  it('of several groups is their joint chi-square as a z-score', () => {
    // x <- statistic(independence_test(score ~ factor(q) | factor(a), teststat = "quad"))
    // qnorm(pchisq(x, 3, lower.tail = FALSE), lower.tail = FALSE)
    expect(zWithin(division(q, null), division(a), scored(score))).toBeCloseTo(0.18390963745253971, 12);
    // The same with x <- mantelhaen.test(table(q, label, a))$statistic
    expect(zWithin(division(q, null), division(a), scored(label))).toBeCloseTo(0.99144154167641374, 12);
  });

  it('of several groups counts the records of an account as one observation', () => {
    // w <- sapply(0:3, function(g) rowsum(((q == g) - ave(+(q == g), a)) * (score - ave(score, a)), acc))
    // s <- svd(crossprod(w)); x <- sum((t(s$u[, 1:3]) %*% colSums(w))^2 / s$d[1:3])
    expect(zWithin(division(q, null), division(a), scored(score, clusters))).toBeCloseTo(
      0.48620109456444205,
      11,
    );
  });

  it('is positive in the direction of the pattern', () => {
    const up = zWithin(division(a), division(b), scored(score));
    expect(zWithin(division(a, -1), division(b), scored(score))).toBe(-up);
  });

  it('leaves records out whose group is unknown', () => {
    const some = a.map((group, i) => (i < 50 ? group : -1));
    const first = (of: readonly number[]) => of.slice(0, 50);
    expect(zWithin(division(some), division(b), scored(score))).toBeCloseTo(
      zWithin(division(first(a)), division(first(b)), scored(first(score))),
      12,
    );
  });

  it('is 0 beside a copy, which leaves nothing to compare', () => {
    expect(zWithin(division(a), division(a), scored(score))).toBe(0);
    expect(zWithin(division(a), division(a), scored(score, clusters))).toBe(0);
  });

  it('counts the records of an account as one observation', () => {
    // w <- rowsum((a - ave(a, b)) * (score - ave(score, b)), acc); sum(w) / sqrt(sum(w^2))
    expect(zWithin(division(a), division(b), scored(score, clusters))).toBeCloseTo(2.54433181108528, 12);
  });

  it('compares accounts where both are attributes of accounts', () => {
    // aa <- (0:14 * 7) %% 5 < 2; bb <- (0:14) %% 3
    // sa <- rowsum(score - ave(score, bb[acc + 1]), acc)[, 1]
    // sqrt(statistic(independence_test(sa ~ factor(aa) | factor(bb), teststat = "quad")))
    const aa = rows.map((i) => Number((Math.floor(i / 4) * 7) % 5 < 2));
    const bb = rows.map((i) => Math.floor(i / 4) % 3);
    expect(zWithin(division(aa), division(bb), scored(score, clusters))).toBeCloseTo(2.71398107758679, 12);
  });
});

describe('chance within strata', () => {
  it('is that of permutations within strata', () => {
    // pvalue(independence_test(score ~ factor(a) | factor(b), distribution = approximate(nresample = 500000))): .026
    const stratified = stratify(division(a), division(b), scored(score));
    const p = chanceWithin(stratified, { random: createRandom(1), draws: 20_000 });
    expect(Math.abs(p - 0.026)).toBeLessThan(0.004);
  });

  it('is the same for the same seed', () => {
    const stratified = stratify(division(a), division(b), scored(score, clusters));
    const chance = () => chanceWithin(stratified, { random: createRandom(7), draws: 499 });
    expect(chance()).toBe(chance());
  });

  it('flips accounts as wholes where their records lie in several strata', () => {
    const stratified = stratify(division(a), division(b), scored(score, clusters));
    expect(stratified.clusters).not.toBeNull();
    const p = chanceWithin(stratified, { random: createRandom(3), draws: 20_000 });
    expect(p).toBeGreaterThan(0.002);
    expect(p).toBeLessThan(0.03);
  });

  it('is 1 beside a copy', () => {
    const stratified = stratify(division(a), division(a), scored(score));
    expect(chanceWithin(stratified, { random: createRandom(1), draws: 99 })).toBe(1);
  });
});
