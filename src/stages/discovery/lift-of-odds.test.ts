import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liftOfOdds } from './lift-of-odds.ts';

describe('a lift', () => {
  const counts = { bestInside: 12, best: 20, restInside: 10, rest: 40, unknown: 0 };

  it('is 1 when the odds are equal', () => {
    expect(liftOfOdds(0, counts)).toBeCloseTo(1, 12);
  });

  it('is the counted one at the counted odds', () => {
    expect(liftOfOdds(Math.log((12 * 30) / (10 * 8)), counts)).toBeCloseTo(12 / 22 / (20 / 60), 10);
  });

  // python3: n, m, o = best + rest, best_in + rest_in, numpy.exp(log_odds)
  // a = scipy.optimize.brentq(lambda a: a * (n - m - best + a) - o * (m - a) * (best - a),
  //   max(0, m + best - n), min(m, best), xtol=1e-300, rtol=1e-15); a / m / (best / n)
  it.each([
    { in: [12, 10], of: [20, 40], odds: -20, lift: 6.8705120225212056e-9 },
    { in: [12, 10], of: [20, 40], odds: -1, lift: 0.6085372393130545 },
    { in: [12, 10], of: [20, 40], odds: 3, lift: 2.1487540168387778 },
    { in: [12, 10], of: [20, 40], odds: 20, lift: 2.727272620467543 },
    { in: [35, 15], of: [40, 20], odds: -20, lift: 0.9000000004122307 },
    { in: [35, 15], of: [40, 20], odds: -5, lift: 0.9013366117216076 },
    { in: [35, 15], of: [40, 20], odds: 0.5, lift: 1.0290219538172474 },
    { in: [35, 15], of: [40, 20], odds: 20, lift: 1.1999999975266158 },
    { in: [3, 3], of: [300_000, 700_000], odds: -5, lift: 0.009598003973943543 },
    { in: [3, 3], of: [300_000, 700_000], odds: 3, lift: 2.9863980803783083 },
  ] as const)('of $in inside among $of at log odds $odds is $lift', ({ in: inside, of, odds, lift }) => {
    const counted = { bestInside: inside[0], best: of[0], restInside: inside[1], rest: of[1], unknown: 0 };
    expect(liftOfOdds(odds, counted) / lift).toBeCloseTo(1, 13);
  });

  it('grows with the odds and stays what the margins allow', () => {
    fc.assert(
      fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (odds) => {
        const lift = liftOfOdds(odds, counts);
        expect(lift).toBeGreaterThanOrEqual(0);
        expect(lift).toBeLessThanOrEqual(20 / 22 / (20 / 60) + 1e-9);
        expect(liftOfOdds(odds + 0.1, counts)).toBeGreaterThanOrEqual(lift);
      }),
    );
  });
});
