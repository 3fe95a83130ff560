import { describe, expect, it } from 'vitest';
import { hypergeometricMidP } from './hypergeometric-mid-p.ts';

// python3, exact binomials of mpmath: (sum over j > k of f(j) + f(k) / 2) / binomial(population, draws);
// scipy.stats.hypergeom.sf(k, N, K, n) + scipy.stats.hypergeom.pmf(k, N, K, n) / 2 agrees to 1e-10.
// Columns: k, population, successes, draws, mid-p.
const REFERENCE = [
  [5, 20, 8, 6, 0.009391124871001032],
  [8, 30, 10, 9, 3.215175628968733e-5],
  [40, 120, 40, 60, 1.8295914081198236e-17],
  [600, 5000, 1667, 1700, 0.01790507527596492],
  [400, 5000, 1667, 1700, 1.0],
  [34, 5000, 1667, 1000, 1.0],
  [6, 24, 8, 18, 0.5084252132307052],
] as const;

describe('hypergeometricMidP', () => {
  it('agrees with exact arithmetic, in the far tail too', () => {
    for (const [k, population, successes, draws, p] of REFERENCE) {
      const found = hypergeometricMidP(k, { population, successes, draws });
      expect(found / p, `${k} of ${draws}`).toBeCloseTo(1, 11);
    }
  });

  it('of one and the same outcome is a half', () => {
    expect(hypergeometricMidP(4, { population: 4, successes: 4, draws: 4 })).toBeCloseTo(0.5, 15);
    expect(hypergeometricMidP(0, { population: 9, successes: 0, draws: 4 })).toBeCloseTo(0.5, 15);
  });
});
