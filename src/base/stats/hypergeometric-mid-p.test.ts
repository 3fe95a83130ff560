import { describe, expect, it } from 'vitest';
import { hypergeometricMidP } from './hypergeometric-mid-p.ts';

// R: phyper(k, K, N - K, n, lower.tail = FALSE) + dhyper(k, K, N - K, n) / 2, whose last digits are from python3:
// from mpmath import *; mp.dps = 60; f = lambda j: binomial(K, j) * binomial(N - K, n - j)
// (fsum(f(j) for j in range(k + 1, min(n, K) + 1)) + f(k) / 2) / binomial(N, n)
// Columns: k, population N, successes K, draws n, mid-p.
const REFERENCE = [
  [5, 20, 8, 6, 0.009391124871001032],
  [8, 30, 10, 9, 3.215175628968733e-5],
  [40, 120, 40, 60, 1.8295914081198236e-17],
  [600, 5000, 1667, 1700, 0.01790507527596492],
  [400, 5000, 1667, 1700, 1],
  [34, 5000, 1667, 1000, 1],
  [6, 24, 8, 18, 0.5084252132307052],
  [0, 1, 0, 1, 0.5],
  [1, 1, 1, 1, 0.5],
  [0, 2, 1, 1, 0.75],
  [3, 5000, 3, 5, 2.401440672288119e-10],
  [0, 5000, 3, 5, 0.5014988000000961],
  [0, 12, 6, 6, 0.9994588744588745],
  [6, 12, 6, 6, 0.0005411255411255411],
  [8, 25, 8, 8, 4.622887918082426e-7],
] as const;

describe('hypergeometricMidP', () => {
  it.each(REFERENCE)('of %d among %d with %d marked and %d drawn', (...row) => {
    const [k, population, successes, draws, p] = row;
    expect(hypergeometricMidP(k, { population, successes, draws }) / p).toBeCloseTo(1, 12);
  });

  it('of one and the same outcome is a half', () => {
    expect(hypergeometricMidP(4, { population: 4, successes: 4, draws: 4 })).toBeCloseTo(0.5, 15);
    expect(hypergeometricMidP(0, { population: 9, successes: 0, draws: 4 })).toBeCloseTo(0.5, 15);
  });

  // The same; it is as far out as z = 34.
  it('keeps its digits in the tails of a large population', () => {
    const found = hypergeometricMidP(8754, { population: 100_000, successes: 33_333, draws: 20_000 });
    expect(found / 1.1447800188096007e-260).toBeCloseTo(1, 11);
  });
});
