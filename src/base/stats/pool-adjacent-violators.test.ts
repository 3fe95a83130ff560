import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poolAdjacentViolators } from './pool-adjacent-violators.ts';

describe('poolAdjacentViolators', () => {
  // scikit-learn 1.9.1: isotonic_regression(values, sample_weight=weights)
  it('of ten weighted values is the isotonic regression of scikit-learn', () => {
    const values = [1, 3, 2, 4, 3.5, 0.5, 6, 5, 5, 7];
    const weights = [1, 2, 0.5, 1, 3, 0.25, 1, 1, 4, 2];
    const middle = 3.4411764705882355;
    const late = 5.166666666666667;
    const expected = [1, 2.8, 2.8, middle, middle, middle, late, late, late, 7];
    poolAdjacentViolators(values, weights).forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i]!, 14);
    });
  });

  // i = numpy.arange(60); isotonic_regression(((i * i * 7) % 53) / 10, sample_weight=1 + (i % 5) / 2)
  it('of sixty is that of scikit-learn', () => {
    const rows = Array.from({ length: 60 }, (_, i) => i);
    const pooled = poolAdjacentViolators(
      rows.map((i) => ((i * i * 7) % 53) / 10),
      rows.map((i) => 1 + (i % 5) / 2),
    );
    const expected = new Map([
      [0, 0],
      [1, 0.7],
      [10, 2.5726415094339625],
      [45, 2.5726415094339625],
      [59, 4],
    ]);
    for (const [place, value] of expected) expect(pooled[place]!).toBeCloseTo(value, 13);
    expect(new Set(pooled).size).toBe(6);
  });

  it('never falls, keeps the weighted sum and leaves what rises alone', () => {
    const pairs = fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.1, max: 9, noNaN: true })),
    );
    fc.assert(
      fc.property(pairs, (drawn) => {
        const values = drawn.map(([value]) => value);
        const weights = drawn.map(([, weight]) => weight);
        const pooled = poolAdjacentViolators(values, weights);
        const total = (of: ArrayLike<number>) => weights.reduce((sum, weight, i) => sum + weight * of[i]!, 0);
        for (let i = 1; i < pooled.length; i++) expect(pooled[i]!).toBeGreaterThanOrEqual(pooled[i - 1]!);
        expect(total(pooled)).toBeCloseTo(total(values), 9);
        expect([...poolAdjacentViolators(pooled, weights)]).toEqual(
          [...pooled].map((v) => expect.closeTo(v, 12)),
        );
      }),
    );
  });
});
