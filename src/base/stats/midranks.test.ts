import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { midranks } from './midranks.ts';

describe('midranks', () => {
  // python3: scipy.stats.rankdata(values, nan_policy="omit"); R: rank(values, na.last = "keep")
  it.each([
    ['equal values the mean of their ranks', [10, 20, 20, 5, -1, 20, 7], [4, 6, 6, 2, 1, 6, 3]],
    ['one value rank 1', [5], [1]],
    ['values that are all equal the middle', [2, 2, 2, 2], [2.5, 2.5, 2.5, 2.5]],
    ['unknown values none', [3, Number.NaN, 1], [2, Number.NaN, 1]],
    ['infinities the ends, and both zeros the same', [Infinity, 0, -0, -Infinity], [4, 2.5, 2.5, 1]],
  ])('gives %s', (_, values, ranks) => {
    expect([...midranks(Float64Array.from(values))]).toEqual(ranks);
  });

  it('always adds up to n(n + 1)/2', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 60 }), (values) => {
        const sum = midranks(Float64Array.from(values)).reduce((total, rank) => total + rank, 0);
        return sum === (values.length * (values.length + 1)) / 2;
      }),
    );
  });
});
