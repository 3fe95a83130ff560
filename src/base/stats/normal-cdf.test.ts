import { describe, expect, it } from 'vitest';
import { normalCdf } from './normal-cdf.ts';
import { normalUpperTail } from './normal-upper-tail.ts';

describe('normalCdf', () => {
  // scipy.stats.norm.cdf
  it('is a half at zero and keeps its precision in the lower tail', () => {
    expect(normalCdf(0)).toBe(0.5);
    expect(normalCdf(1)).toBeCloseTo(0.8413447460685429, 14);
    expect(normalCdf(-10) / 7.61985302416047e-24).toBeCloseTo(1, 12);
  });

  it('adds up to one with the upper tail', () => {
    for (let z = -6; z <= 6; z += 0.25) expect(normalCdf(z) + normalUpperTail(z)).toBeCloseTo(1, 14);
  });
});
