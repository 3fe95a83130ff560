import { describe, expect, it } from 'vitest';
import { chiSquareZ } from './chi-square-z.ts';

describe('chiSquareZ', () => {
  // R: qnorm(pchisq(x, k, lower.tail = FALSE, log.p = TRUE), lower.tail = FALSE, log.p = TRUE)
  it.each([
    [3, 5, -0.5243597757],
    [5, 1, 1.954055641],
    [16.919, 9, 1.644857109],
    [30, 9, 3.327133411],
    [60, 20, 4.340073576],
  ])('of %d with %d degrees of freedom is within .04 of R', (x, degrees, z) => {
    expect(Math.abs(chiSquareZ(x, degrees) - z)).toBeLessThan(0.04);
  });

  it('grows with the chi-square', () => {
    expect(chiSquareZ(12, 4)).toBeGreaterThan(chiSquareZ(11, 4));
  });
});
