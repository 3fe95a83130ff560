import { describe, expect, it } from 'vitest';
import { betaBinomial } from './beta-binomial.ts';

describe('betaBinomial', () => {
  // SciPy 1.17.1: a, b = k * rate, k * (1 - rate); special.betaln(y + a, n - y + b) - special.betaln(a, b)
  it.each([
    { n: 10, y: 3, rate: 0.4, k: 8, expected: -6.598817705754399 },
    { n: 1, y: 1, rate: 0.05, k: 2, expected: -2.9957322735539913 },
    { n: 300, y: 12, rate: 0.1, k: 200, expected: -54.156952462889194 },
    { n: 7.5, y: 2.25, rate: 0.3, k: 50, expected: -4.652180746054306 },
  ])('of $y of $n at rate $rate with k $k is that of SciPy', ({ n, y, rate, k, expected }) => {
    expect(betaBinomial(n, y, { rate, k })).toBeCloseTo(expected, 9);
  });

  it('of one account is the rate itself, whatever k', () => {
    for (const k of [2, 20, 200]) {
      expect(betaBinomial(1, 0, { rate: 0.3, k })).toBeCloseTo(Math.log(0.7), 12);
    }
  });

  it('of nothing is 0, and stays finite for an impossible outcome', () => {
    expect(betaBinomial(0, 0, { rate: 0.3, k: 5 })).toBe(0);
    expect(betaBinomial(3, 3, { rate: 0, k: 5 })).toBeGreaterThan(-100);
  });
});
