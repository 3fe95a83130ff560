import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalLogTail } from './normal-log-tail.ts';
import { zOfLogTail } from './z-of-log-tail.ts';

// python3: -scipy.special.ndtri_exp(log), whose last digits are from: from mpmath import *; mp.dps = 60
// findroot(lambda z: (log(erfc(z / sqrt(2)) / 2) / log_chance - 1), -scipy.special.ndtri_exp(log_chance))
const REFERENCE = [
  [-1e-300, -37.0470962993612],
  [-1e-20, -9.262340089798407],
  [-0.1, -1.3096177994584932],
  [-0.69, -0.003950629560280057],
  [-0.7, 0.008559478582480282],
  [-1, 0.33747496376420244],
  [-10, 3.913946240531893],
  [-600, 34.51199549973352],
  [-690, 37.02617205029431],
  [-691, 37.053150501417626],
  [-745, 38.4819489643302],
  [-1000, 44.6157477319694],
  [-5000, 99.9447481748411],
  [-1e6, 1414.2077829910174],
  [-1e12, 1414213.562362431],
] as const;

describe('zOfLogTail', () => {
  it.each(REFERENCE)('of %d is %d', (log, z) => {
    expect(Math.abs(zOfLogTail(log) - z)).toBeLessThan(1e-12 * Math.max(1, Math.abs(z)));
  });

  it('undoes normalLogTail', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e5, noNaN: true }), (z) => {
        return Math.abs(zOfLogTail(normalLogTail(z)) - z) < 1e-11 * Math.max(1, z);
      }),
    );
  });

  it('is infinite for what is certain or impossible, and unknown above that', () => {
    expect(zOfLogTail(0)).toBe(-Infinity);
    expect(zOfLogTail(-Infinity)).toBe(Infinity);
    expect(zOfLogTail(0.1)).toBeNaN();
    expect(zOfLogTail(Number.NaN)).toBeNaN();
  });
});
