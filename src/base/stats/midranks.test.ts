import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { midranks } from './midranks.ts';

describe('midranks', () => {
  // R: rank(c(10, 20, 20, 5, -1, 20, 7))
  it('gives equal values the mean of their ranks', () => {
    expect([...midranks(Float64Array.of(10, 20, 20, 5, -1, 20, 7))]).toEqual([4, 6, 6, 2, 1, 6, 3]);
  });

  it('leaves unknown values out of the count', () => {
    expect([...midranks(Float64Array.of(3, Number.NaN, 1))]).toEqual([2, Number.NaN, 1]);
  });

  it('ranks infinities at the ends and takes both zeros for equal', () => {
    expect([...midranks(Float64Array.of(Infinity, 0, -0, -Infinity))]).toEqual([4, 2.5, 2.5, 1]);
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
