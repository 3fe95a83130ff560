import { describe, expect, it } from 'vitest';
import { variance } from './variance.ts';

describe('variance', () => {
  // python3: numpy.var(values, ddof=1)
  it.each([
    [[1, 2], 0.5],
    [[1e9 + 1, 1e9 + 2, 1e9 + 4, 1e9 + 9], 12.666666666666666],
    [[1e-9, 2e-9, 4e-9], 2.3333333333333332e-18],
  ])('of %j does not lose digits to offset or size', (values, expected) => {
    expect(variance(values) / expected).toBeCloseTo(1, 14);
  });

  // python3: i = numpy.arange(1000); numpy.var((i * 37 % 101) / 7, ddof=1)
  it('of a thousand is that of NumPy', () => {
    const values = Array.from({ length: 1000 }, (_, i) => ((i * 37) % 101) / 7);
    expect(variance(values) / 17.393840779555067).toBeCloseTo(1, 13);
  });

  it('of equal values is 0', () => {
    expect(variance([3, 3, 3])).toBe(0);
    expect(variance([0.1, 0.1, 0.1])).toBe(0);
  });

  it('leaves unknown values out and needs two known ones', () => {
    expect(variance([1, Number.NaN, 3])).toBe(2);
    expect(variance([1, Number.NaN])).toBeNaN();
  });
});
