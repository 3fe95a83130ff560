import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean } from './mean.ts';
import { standardize } from './standardize.ts';
import { variance } from './variance.ts';

describe('standardize', () => {
  // python3: scipy.stats.zscore(values, ddof=1, nan_policy="omit")
  it.each([
    [
      [1, 2, 3],
      [-1, 0, 1],
    ],
    [
      [10, 20, Number.NaN, 70],
      [-0.7258661863112977, -0.41478067789217016, Number.NaN, 1.1406468642034677],
    ],
    [
      [1e9 + 1, 1e9 + 2, 1e9 + 4, 1e9 + 9],
      [-0.8429272304235246, -0.5619514869490164, 0, 1.404878717372541],
    ],
  ])('of %j are the z-scores of SciPy', (values, expected) => {
    const scores = standardize(Float64Array.from(values));
    expected.forEach((score, i) => {
      if (Number.isNaN(score)) expect(scores[i]).toBeNaN();
      else expect(scores[i]).toBeCloseTo(score, 14);
    });
  });

  it('gives mean 0 and sample variance 1', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2 }), (values) => {
        const scores = standardize(Float64Array.from(values));
        const constant = values.every((value) => value === values[0]);
        expect(mean(scores)).toBeCloseTo(0, 10);
        expect(variance(scores)).toBeCloseTo(constant ? 0 : 1, 10);
      }),
    );
  });

  it('turns a constant into zeros and keeps unknown values unknown', () => {
    expect([...standardize(Float64Array.of(4, 4, Number.NaN))]).toEqual([0, 0, Number.NaN]);
  });
});
