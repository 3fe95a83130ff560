import { describe, expect, it } from 'vitest';
import { normalCdf } from './normal-cdf.ts';
import { normalUpperTail } from './normal-upper-tail.ts';

describe('normalCdf', () => {
  // R: pnorm(z); scipy.stats.norm.cdf(z) agrees to 1e-13 of the chance.
  it.each([
    [-37, 5.725571222524577e-300],
    [-10, 7.619853024160527e-24],
    [-8, 6.220960574271785e-16],
    [-1.96, 0.024997895148220428],
    [-0.5, 0.30853753872598694],
    [0, 0.5],
    [1, 0.8413447460685429],
    [3, 0.9986501019683699],
    [8, 0.9999999999999993],
    [9, 1],
  ])('of %d is %d', (z, chance) => {
    expect(normalCdf(z) / chance).toBeCloseTo(1, 13);
  });

  it('adds up to one with the upper tail', () => {
    for (let z = -6; z <= 6; z += 0.25) expect(normalCdf(z) + normalUpperTail(z)).toBeCloseTo(1, 14);
  });
});
