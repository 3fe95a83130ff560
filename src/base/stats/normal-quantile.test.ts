import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf } from './normal-cdf.ts';
import { normalQuantile } from './normal-quantile.ts';

// python3: scipy.stats.norm.ppf(p), whose last digits are from: from mpmath import *; mp.dps = 60
// findroot(lambda z: log(erfc(-z / sqrt(2)) / 2) - log(mpf(p)), scipy.stats.norm.ppf(p)); R's qnorm(p) agrees to 1e-15.
const REFERENCE = [
  [5e-324, -38.467405617144344],
  [1e-310, -37.663060331949524],
  [1e-300, -37.0470962993612],
  [1e-200, -30.20559417957964],
  [1e-100, -21.273453560965326],
  [1e-50, -14.933337534788489],
  [1e-20, -9.262340089798407],
  [1e-12, -7.034483825301132],
  [1e-11, -6.706023155495136],
  [1.3e-11, -6.667611456510741],
  [1e-8, -5.612001244174789],
  [0.0001, -3.7190164854556804],
  [0.01, -2.326347874040841],
  [0.025, -1.9599639845400543],
  [0.07, -1.4757910281791706],
  [0.075, -1.439531470938456],
  [0.08, -1.4050715603096327],
  [0.2, -0.8416212335729142],
  [0.3, -0.5244005127080408],
  [0.5, 0],
  [0.6, 0.2533471031357997],
  [0.9, 1.2815515655446006],
  [0.925, 1.4395314709384561],
  [0.93, 1.475791028179171],
  [0.975, 1.9599639845400538],
  [0.999, 3.090232306167813],
  [0.999999, 4.753424308817087],
] as const;

describe('normalQuantile', () => {
  it('agrees with 60-digit arithmetic to 1e-14 down to the smallest p there is', () => {
    for (const [p, z] of REFERENCE) {
      expect(Math.abs(normalQuantile(p) - z) / Math.max(1, Math.abs(z)), `p = ${p}`).toBeLessThan(1e-14);
    }
  });

  it('is infinite at 0 and 1 and unknown outside', () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(normalQuantile(-0.1)).toBeNaN();
    expect(normalQuantile(1.1)).toBeNaN();
    expect(normalQuantile(Number.NaN)).toBeNaN();
  });

  it('undoes normalCdf over the whole lower half', () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 0, noNaN: true }), (z) => {
        return Math.abs(normalQuantile(normalCdf(z)) - z) < 1e-12 * Math.max(1, -z);
      }),
    );
  });
});
