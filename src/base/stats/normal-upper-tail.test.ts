import { describe, expect, it } from 'vitest';
import { normalUpperTail } from './normal-upper-tail.ts';

// R: pnorm(z, lower.tail = FALSE), whose last digits are from python3: from mpmath import *; mp.dps = 60
// erfc(mpf(z) / sqrt(2)) / 2; scipy.stats.norm.sf(z) agrees to 1e-13.
const REFERENCE = [
  [-8, 0.9999999999999993],
  [-3, 0.9986501019683699],
  [-0.3, 0.6179114221889527],
  [0, 0.5],
  [0.5, 0.3085375387259869],
  [0.6745, 0.24999674286369916],
  [1, 0.15865525393145705],
  [2, 0.02275013194817921],
  [4, 3.1671241833119924e-5],
  [5.65, 8.022391850663497e-9],
  [5.66, 7.568649751997714e-9],
  [8, 6.220960574271784e-16],
  [15, 3.670966199312751e-51],
  [30, 4.906713927148187e-198],
  [37, 5.725571222524577e-300],
] as const;

describe('normalUpperTail', () => {
  it('agrees with 60-digit arithmetic to a relative 1e-13 as far out as z = 37', () => {
    for (const [z, chance] of REFERENCE) {
      expect(Math.abs(normalUpperTail(z) / chance - 1), `z = ${z}`).toBeLessThan(1e-13);
    }
  });

  it('goes to 0 and 1 at the ends and passes unknown through', () => {
    expect(normalUpperTail(Infinity)).toBe(0);
    expect(normalUpperTail(-Infinity)).toBe(1);
    expect(normalUpperTail(Number.NaN)).toBeNaN();
  });

  it('never rises with z by more than the last digit, also where one approximation takes over from another', () => {
    const grid = Array.from({ length: 48_000 }, (_, i) => normalUpperTail(-9 + i / 1000));
    expect(grid.findIndex((chance, i) => i > 0 && chance > grid[i - 1]! * (1 + 1e-15))).toBe(-1);
  });
});
