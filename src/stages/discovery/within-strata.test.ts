import { describe, expect, it } from 'vitest';
import { createRandom } from '../../base/stats/index.ts';
import type { Division } from './division.ts';
import { chanceWithin, type Scored, stratify, zWithin } from './within-strata.ts';

// R 4.2, coin 1.4:
// i <- 0:59; label <- as.integer((i*7) %% 10 < 4 | i %% 11 == 0); b <- ifelse(i %% 13 == 0, 2, as.integer(i %% 3 == 0))
// a <- as.integer((i*i + i %/% 7) %% 5 < 2); q <- (i*5 + i %/% 4) %% 4
// score <- ((i*37) %% 41)/10 + 0.7*a + (b==1) + 0.4*(q==2)
const rows = Array.from({ length: 60 }, (_, i) => i);
const label = rows.map((i) => Number((i * 7) % 10 < 4 || i % 11 === 0));
const b = rows.map((i) => (i % 13 === 0 ? -1 : Number(i % 3 === 0)));
const a = rows.map((i) => Number((i * i + Math.floor(i / 7)) % 5 < 2));
const q = rows.map((i) => (i * 5 + Math.floor(i / 4)) % 4);
const score = rows.map(
  (i) => ((i * 37) % 41) / 10 + 0.7 * a[i]! + Number(b[i] === 1) + 0.4 * Number(q[i] === 2),
);

const division = (groups: readonly number[], sign: Division['sign'] = 1): Division => ({
  groups: Int32Array.from(groups),
  sign,
});
const scored = (values: readonly number[], clusters: Scored['clusters'] = null): Scored => ({
  score: Float64Array.from(values),
  clusters,
});
/** Four records each. */
const clusters = { cluster: Int32Array.from(rows, (i) => Math.floor(i / 4)), accounts: 15 };

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
    // statistic(independence_test(score ~ factor(q) | factor(a), teststat = "quad")) is 2.7785559133197 on 3 df;
    // mantelhaen.test(table(q, label, a))$statistic is 5.15584033462713
    const wilsonHilferty = (x: number) => (Math.cbrt(x / 3) - (1 - 2 / 27)) / Math.sqrt(2 / 27);
    expect(zWithin(division(q, null), division(a), scored(score))).toBeCloseTo(
      wilsonHilferty(2.7785559133197),
      11,
    );
    expect(zWithin(division(q, null), division(a), scored(label))).toBeCloseTo(
      wilsonHilferty(5.15584033462713),
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
    // w <- rowsum((a - ave(a, b)) * (score - ave(score, b)), i %/% 4); sum(w) / sqrt(sum(w^2))
    expect(zWithin(division(a), division(b), scored(score, clusters))).toBeCloseTo(2.54433181108528, 12);
  });

  it('compares accounts where both are attributes of accounts', () => {
    // aa <- (0:14 * 7) %% 5 < 2; bb <- (0:14) %% 3; acc <- i %/% 4
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
