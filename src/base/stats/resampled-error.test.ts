import { describe, expect, it } from 'vitest';
import { resampledError } from './resampled-error.ts';

describe('resampledError', () => {
  // NumPy 2.4.6: numpy.sqrt(numpy.var(d, ddof=1) * (1 / 10 + 12 / 48))
  it('is that of Nadeau and Bengio', () => {
    const differences = [0.012, -0.004, 0.021, 0.008, 0.015, -0.011, 0.03, 0.004, 0.009, 0.017];
    expect(resampledError(differences, { test: 12, train: 48 })).toBeCloseTo(0.007046788078424256, 16);
  });

  it('does not vanish with more repeats', () => {
    const values = Array.from({ length: 10_000 }, (_, i) => i % 2);
    expect(resampledError(values, { test: 1, train: 4 })).toBeCloseTo(0.25, 3);
  });

  it('leaves splits without a figure out and is unknown for one', () => {
    const sizes = { test: 1, train: 4 };
    expect(resampledError([1, Number.NaN, 2], sizes)).toBe(resampledError([1, 2], sizes));
    expect(resampledError([1], sizes)).toBeNaN();
  });
});
