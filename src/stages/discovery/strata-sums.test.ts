import { describe, expect, it } from 'vitest';
import { b, clusters, q, score } from './reference-rows.ts';
import { strataCovariance } from './strata-covariance.ts';
import { excessSums, type Stratified, tableStrata } from './strata-sums.ts';

const stratified: Stratified = {
  scores: Float64Array.from(score),
  groups: Int32Array.from(q),
  strata: Int32Array.from(b),
  clusters: null,
};

const expectAll = (found: ArrayLike<number>, expected: readonly number[]): void => {
  expect(found.length).toBe(expected.length);
  expected.forEach((value, i) => {
    expect(found[i]).toBeCloseTo(value, 12);
  });
};

// R 4.2, coin 1.4, on the records of reference-rows.ts; its b of 2 is the unknown, the last row.
describe('scores by stratum and group', () => {
  const table = tableStrata(stratified);

  it('are counted and summed, the unknown a stratum of their own', () => {
    // t(table(b, q)); t(tapply(score, list(b, q), sum)); table(b); tapply(score, b, mean)
    expectAll(table.counts, [8, 10, 11, 8, 3, 4, 4, 7, 4, 1, 0, 0]);
    expectAll(table.sums, [16.7, 24.3, 32.2, 15.4, 12.6, 11.7, 16.1, 21.8, 7.8, 4.5, 0, 0]);
    expectAll(table.sizes, [37, 18, 5]);
    expectAll(table.means, [2.3945945945945946, 3.4555555555555557, 2.46]);
  });

  it('exceed what their strata have on average', () => {
    // tapply(score - ave(score, b), q, sum)
    expectAll(
      excessSums(table),
      [-2.263423423423423, 0.27183183183183202, 8.1372372372372386, -6.1456456456456472],
    );
  });

  it('vary together as over all permutations within strata', () => {
    // covariance(independence_test(score ~ factor(q) | factor(b), teststat = "quad"))
    const expected = [
      [15.92874482495214, -6.4889965552197681, -4.8222897619400014, -4.6174585077923727],
      [-6.4889965552197681, 18.537480004222562, -6.1183342430931207, -5.9301492059096734],
      [-4.8222897619400014, -6.1183342430931207, 17.210466417663028, -6.2698424126299068],
      [-4.6174585077923727, -5.9301492059096734, -6.2698424126299068, 16.817450126331952],
    ];
    strataCovariance(stratified, table).forEach((row, g) => {
      expectAll(row, expected[g]!);
    });
  });

  it('vary together as the sums of accounts do where records are clustered', () => {
    // crossprod(sapply(0:3, function(g) rowsum(((q == g) - ave(+(q == g), b)) * (score - ave(score, b)), acc)))
    const expected = [
      [12.200174478486629, -3.2142003317947099, -7.0171763861624843, -1.9687977605294347],
      [-3.2142003317947099, 21.075595910490399, -9.6560498094403187, -8.2053457692553646],
      [-7.0171763861624843, -9.6560498094403187, 16.852716079001219, -0.17948988339841451],
      [-1.9687977605294347, -8.2053457692553646, -0.17948988339841451, 10.353633413183216],
    ];
    strataCovariance({ ...stratified, clusters }, table).forEach((row, g) => {
      expectAll(row, expected[g]!);
    });
  });

  it('of one record leave nothing that varies', () => {
    const one = {
      scores: Float64Array.of(3),
      groups: Int32Array.of(0),
      strata: Int32Array.of(0),
      clusters: null,
    };
    expect([...excessSums(tableStrata(one))]).toEqual([0]);
    expect(strataCovariance(one, tableStrata(one)).map((row) => [...row])).toEqual([[0]]);
  });
});
