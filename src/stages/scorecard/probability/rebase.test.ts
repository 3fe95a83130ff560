import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../base/stats/index.ts';
import { calibrateTotals, rateOf, rebase } from './index.ts';

const calibration = calibrateTotals(
  [
    { total: 0, n: 30, positives: 4 },
    { total: 2, n: 20, positives: 9 },
    { total: 4, n: 10, positives: 7 },
  ],
  { seed: 1 },
);

describe('rebase', () => {
  // SciPy 1.17.1: special.expit(special.logit(rate) + special.logit(universe) - special.logit(sample))
  it.each([
    { rate: 0.5, sample: 1 / 3, universe: 0.05, expected: 0.09523809523809523 },
    { rate: 0.9, sample: 0.5, universe: 0.01, expected: 0.08333333333333334 },
    { rate: 0.02, sample: 0.1, universe: 0.4, expected: 0.10909090909090909 },
  ])('of $rate from $sample to $universe is that of SciPy', ({ rate, sample, universe, expected }) => {
    expect(rebase(rate, { sample, universe })).toBeCloseTo(expected, 14);
  });

  it('moves the base rate to the base rate, and certain stays certain', () => {
    expect(rebase(0.3, { sample: 0.3, universe: 0.07 })).toBeCloseTo(0.07, 14);
    expect(rebase(0, { sample: 0.3, universe: 0.07 })).toBe(0);
    expect(rebase(1, { sample: 0.3, universe: 0.07 })).toBe(1);
  });

  it('is undone by the way back and keeps the order', () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(share, share, share, share), ([a, b, sample, universe]) => {
        const there = rebase(a, { sample, universe });
        expect(rebase(there, { sample: universe, universe: sample })).toBeCloseTo(a, 9);
        expect(Math.sign(there - rebase(b, { sample, universe })) * Math.sign(a - b)).toBeGreaterThanOrEqual(
          0,
        );
      }),
    );
  });

  it('gives the rates of the market back that outcomes picked by hand had raised', () => {
    const truth = (total: number) => 1 / (1 + Math.exp(4.5 - 0.5 * total));
    const random = createRandom(12);
    const market = Array.from({ length: 200_000 }, () => {
      const total = random.integer(4) + random.integer(4);
      return { total, n: 1, positives: random.next() < truth(total) ? 1 : 0 };
    });
    const picked = market.filter(({ positives }) => positives === 1 || random.next() < 0.1);
    const shareOf = (of: typeof market) => of.reduce((sum, { positives }) => sum + positives, 0) / of.length;
    const before = calibrateTotals(picked, { seed: 1 });
    const after = rebase(before, { sample: shareOf(picked), universe: shareOf(market) });
    for (const total of [0, 3, 6]) {
      expect(Math.abs(rateOf(before, total).rate - truth(total))).toBeGreaterThan(0.05);
      expect(Math.abs(rateOf(after, total).rate - truth(total))).toBeLessThan(0.01);
    }
  });

  it('moves rates, intervals and line of a calibration, and says so', () => {
    const rates = { sample: 1 / 3, universe: 0.05 };
    const moved = rebase(calibration, rates);
    expect(moved.rebased).toEqual(rates);
    moved.rates.forEach((of, place) => {
      const before = calibration.rates[place]!;
      expect(of).toEqual({
        total: before.total,
        n: before.n,
        rate: rebase(before.rate, rates),
        low: rebase(before.low, rates),
        high: rebase(before.high, rates),
      });
    });
    const onLine = (of: typeof moved, total: number) =>
      1 / (1 + Math.exp(-of.line.base - of.line.slope * total));
    expect(onLine(moved, 3)).toBeCloseTo(rebase(onLine(calibration, 3), rates), 12);
  });

  it('refuses shares that no odds belong to, and a second move', () => {
    expect(() => rebase(0.5, { sample: 0, universe: 0.05 })).toThrow('no share between 0 and 1: 0');
    expect(() => rebase(0.5, { sample: 0.5, universe: 1 })).toThrow('no share between 0 and 1: 1');
    const rates = { sample: 0.3, universe: 0.1 };
    expect(() => rebase(rebase(calibration, rates), rates)).toThrow('moved before, to 0.1');
  });
});
