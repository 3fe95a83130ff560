import { describe, expect, it } from 'vitest';
import { softplus } from './softplus.ts';

describe('softplus', () => {
  // python3, numpy 2.4.6: numpy.logaddexp(0, [-40, -1, 0, 2.5])
  it.each([
    [-40, 4.248354255291589e-18],
    [-1, 0.31326168751822286],
    [0, Math.LN2],
    [2.5, 2.57888973429255],
  ])('of %d is that of NumPy', (x, expected) => {
    expect(softplus(x) / expected).toBeCloseTo(1, 14);
  });

  it('neither overflows nor vanishes', () => {
    expect([softplus(1000), softplus(-1000)]).toEqual([1000, 0]);
  });
});
