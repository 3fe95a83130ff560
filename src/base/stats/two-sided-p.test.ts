import { describe, expect, it } from 'vitest';
import { twoSidedP } from './two-sided-p.ts';

describe('twoSidedP', () => {
  // 2 * scipy.stats.norm.sf(abs(z))
  it('counts both tails, whatever the sign', () => {
    expect(twoSidedP(1.96)).toBeCloseTo(0.04999579029644087, 14);
    expect(twoSidedP(-12) / 3.552964224155306e-33).toBeCloseTo(1, 12);
    expect(twoSidedP(0)).toBe(1);
  });
});
