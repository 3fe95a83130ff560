import { describe, expect, it } from 'vitest';
import { mean } from './mean.ts';

describe('mean', () => {
  it('averages the known values', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(mean([1, Number.NaN, 3])).toBe(2);
  });

  it('of nothing is unknown', () => {
    expect(mean([])).toBeNaN();
    expect(mean([Number.NaN])).toBeNaN();
  });
});
