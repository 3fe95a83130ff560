import { describe, expect, it } from 'vitest';
import { variance } from './variance.ts';

describe('variance', () => {
  // R: var(c(1e9 + 1, 1e9 + 2, 1e9 + 4, 1e9 + 9))
  it('does not lose digits to a large offset', () => {
    expect(variance([1e9 + 1, 1e9 + 2, 1e9 + 4, 1e9 + 9])).toBeCloseTo(12.66666666666667, 10);
  });

  it('leaves unknown values out and needs two known ones', () => {
    expect(variance([1, Number.NaN, 3])).toBe(2);
    expect(variance([1, Number.NaN])).toBeNaN();
  });
});
