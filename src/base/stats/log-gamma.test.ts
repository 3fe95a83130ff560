import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logGamma } from './log-gamma.ts';

// python3: from mpmath import *; mp.dps = 60; loggamma(mpf(x)). R's lgamma(x) agrees to 1e-13 near 1 and 2, where the
// logarithm is 0, and to 1e-15 elsewhere.
const REFERENCE = [
  [1e-300, 690.7755278982137],
  [1e-8, 18.42068073818021],
  [0.1, 2.252712651734206],
  [0.5, 0.5723649429247001],
  [0.9999, 5.7729791561193866e-5],
  [1.0001, -5.771334222047127e-5],
  [1.5, -0.12078223763524522],
  [1.9999, -4.227520877215346e-5],
  [2.0001, 4.2281658112919945e-5],
  [3, Math.LN2],
  [5.5, 3.9578139676187165],
  [11, 15.104412573075516],
  [11.999, 17.499865227646104],
  [12, 17.502307845873887],
  [100.5, 361.4355404677776],
  [1e5, 1051287.7089736569],
  [1e8, 1742068066.1038346],
  [1e12, 26631021115915.652],
  [1e300, 6.897755278982137e302],
] as const;

describe('logGamma', () => {
  it('agrees with 60-digit arithmetic to 1e-14', () => {
    for (const [x, value] of REFERENCE) {
      expect(Math.abs(logGamma(x) - value) / Math.max(1, Math.abs(value)), `x = ${x}`).toBeLessThan(1e-14);
    }
  });

  it('is zero at 1 and 2 and unknown at 0 and below', () => {
    expect(logGamma(1)).toBeCloseTo(0, 13);
    expect(logGamma(2)).toBeCloseTo(0, 13);
    expect(logGamma(0)).toBeNaN();
    expect(logGamma(-1.5)).toBeNaN();
    expect(logGamma(Infinity)).toBe(Infinity);
  });

  it('grows by ln x from x to x + 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (x) => {
        const grown = logGamma(x + 1) - logGamma(x);
        return Math.abs(grown - Math.log(x)) < 1e-14 * Math.max(10, Math.abs(logGamma(x + 1)) * 10);
      }),
    );
  });
});
