import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, poolAdjacentViolators } from '../../../base/stats/index.ts';
import { calibrateTotals } from './calibrate-totals.ts';
import { eightTotals } from './eight-totals.fixture.ts';
import type { Calibration, TotalOutcome } from './types.ts';

const anyOutcomes = fc.array(
  fc
    .record({
      total: fc.integer({ min: -6, max: 20 }),
      n: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0.05, max: 3, noNaN: true })),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ total, n, share }): TotalOutcome => ({ total, n, positives: share * n })),
  { minLength: 1, maxLength: 12 },
);

const widthOf = ({ rates }: Calibration): number => rates.reduce((sum, { low, high }) => sum + high - low, 0);

describe('calibrateTotals', () => {
  // The line of SciPy: see line-posterior.test.ts; slope / s, base - slope / s * m
  it('has the line of the totals and one rate for each whole total', () => {
    const calibration = calibrateTotals(eightTotals, { seed: 1 });
    expect(calibration.k).toBe(200);
    expect(calibration.line.slope).toBeCloseTo(0.72243776, 4);
    expect(calibration.line.base).toBeCloseTo(-3.04182578, 4);
    expect(calibration.rates.map(({ total, n }) => [total, n])).toEqual(
      eightTotals.map(({ total, n }) => [total, n]),
    );
    expect([calibration.n, calibration.positives]).toEqual([50, 17]);
  });

  it('has rates that follow by hand from line, k and outcomes', () => {
    const outcomes = [9, 2, 8, 3, 9, 8].map((positives, total) => ({ total: 2 * total, n: 10, positives }));
    const { line, k, rates } = calibrateTotals(outcomes, { seed: 1 });
    const positivesOf = (total: number) =>
      outcomes.find((outcome) => outcome.total === total)?.positives ?? 0;
    const mixed = rates.map(({ total, n }) => {
      const onLine = 1 / (1 + Math.exp(-line.base - line.slope * total));
      return (positivesOf(total) + k * onLine) / (n + k);
    });
    const pooled = poolAdjacentViolators(
      mixed,
      rates.map(({ n }) => n + k),
    );
    rates.forEach(({ rate }, place) => {
      expect(rate).toBeCloseTo(pooled[place]!, 12);
    });
    expect(k).toBeLessThan(20);
  });

  it('trusts the line where totals lie on it and the totals where they do not', () => {
    const of = (share: (total: number) => number) =>
      calibrateTotals(
        Array.from({ length: 10 }, (_, total) => ({
          total,
          n: 1000,
          positives: Math.round(1000 * share(total)),
        })),
        { seed: 1 },
      );
    const line = of((total) => 1 / (1 + Math.exp(3 - 0.6 * total)));
    const step = of((total) => (total < 8 ? 0.1 : 0.8));
    expect(line.k).toBe(200);
    expect(step.k).toBeLessThan(50);
    expect(step.rates[7]!.rate).toBeLessThan(0.13);
    expect(step.rates[8]!.rate).toBeGreaterThan(0.7);
  });

  it('gives a total that nobody has the rate of the line, in a wide interval', () => {
    const { rates, line } = calibrateTotals(
      [
        { total: 0, n: 40, positives: 4 },
        { total: 8, n: 40, positives: 28 },
        { total: 10, n: 0, positives: 0 },
      ],
      { seed: 1 },
    );
    expect(rates).toHaveLength(11);
    expect(rates[4]!.rate).toBeCloseTo(1 / (1 + Math.exp(-line.base - 4 * line.slope)), 6);
    expect(rates[4]!.high - rates[4]!.low).toBeGreaterThan(rates[0]!.high - rates[0]!.low);
  });

  it('never falls, and holds each rate in its interval, whatever came', () => {
    fc.assert(
      fc.property(anyOutcomes, (outcomes) => {
        const { rates, line, k } = calibrateTotals(outcomes, { seed: 2 });
        expect(line.slope).toBeGreaterThanOrEqual(0);
        expect(k).toBeGreaterThanOrEqual(2);
        expect(k).toBeLessThanOrEqual(200);
        rates.forEach(({ low, rate, high }, place) => {
          expect(0 <= low && low <= rate && rate <= high && high <= 1).toBe(true);
          const before = rates[place - 1] ?? { low: 0, rate: 0, high: 0 };
          expect(low >= before.low && rate >= before.rate && high >= before.high).toBe(true);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('does not hang on where the totals begin', () => {
    const moved = eightTotals.map((outcome) => ({ ...outcome, total: outcome.total + 100 }));
    const there = calibrateTotals(moved, { seed: 1 });
    calibrateTotals(eightTotals, { seed: 1 }).rates.forEach(({ total, rate, low, high }, place) => {
      const found = there.rates[place]!;
      expect(found.total).toBe(total + 100);
      expect(found.rate).toBeCloseTo(rate, 6);
      expect(found.low).toBeCloseTo(low, 6);
      expect(found.high).toBeCloseTo(high, 6);
    });
  });

  it('counts the parts of repeats as the accounts that they are', () => {
    const tenths = eightTotals.flatMap(({ total, n, positives }) =>
      Array.from({ length: 10 }, () => ({ total, n: n / 10, positives: positives / 10 })),
    );
    const whole = calibrateTotals(eightTotals, { seed: 1 });
    const parts = calibrateTotals(tenths, { seed: 1 });
    expect(parts.n).toBeCloseTo(50, 9);
    parts.rates.forEach(({ rate, high }, place) => {
      expect(rate).toBeCloseTo(whole.rates[place]!.rate, 6);
      expect(high).toBeCloseTo(whole.rates[place]!.high, 6);
    });
    const full = calibrateTotals(
      eightTotals.map(({ total, n, positives }) => ({ total, n: 10 * n, positives: 10 * positives })),
      { seed: 1 },
    );
    expect(widthOf(full)).toBeLessThan(0.6 * widthOf(whole));
  });

  it('says little where all outcomes are the same, or all totals', () => {
    const none = calibrateTotals(
      eightTotals.map((outcome) => ({ ...outcome, positives: 0 })),
      { seed: 1 },
    );
    expect(none.rates[4]!.rate).toBeLessThan(0.05);
    expect(none.rates[7]!.high).toBeGreaterThan(0.05);
    const one = calibrateTotals([{ total: 3, n: 10, positives: 4 }], { seed: 1 });
    expect(one.rates).toHaveLength(1);
    expect(one.rates[0]!.rate).toBeCloseTo(0.4, 1);
    expect(one.rates[0]!.low).toBeLessThan(0.2);
    expect(one.rates[0]!.high).toBeGreaterThan(0.6);
  });

  it('is plain JSON, the same for one seed and another for another', () => {
    const calibration = calibrateTotals(eightTotals, { seed: 9 });
    expect(JSON.parse(JSON.stringify(calibration))).toEqual(calibration);
    expect(calibrateTotals(eightTotals.toReversed(), { seed: 9 })).toEqual(calibration);
    const other = calibrateTotals(eightTotals, { seed: 10 });
    expect(other.rates.map(({ low }) => low)).not.toEqual(calibration.rates.map(({ low }) => low));
    expect(other.rates.map(({ rate }) => rate)).toEqual(calibration.rates.map(({ rate }) => rate));
  });

  it('covers the true rates of small samples about as often as it says', () => {
    const truth = Array.from({ length: 9 }, (_, total) => 1 / (1 + Math.exp(2 - 0.5 * total)));
    const random = createRandom(6);
    let covered = 0;
    for (let run = 0; run < 60; run++) {
      const outcomes = Array.from({ length: 60 }, () => {
        const total = random.integer(5) + random.integer(5);
        return { total, n: 1, positives: random.next() < truth[total]! ? 1 : 0 };
      });
      const ends = [0, 8].map((total) => ({ total, n: 0, positives: 0 }));
      for (const { total, low, high } of calibrateTotals([...ends, ...outcomes], { seed: run }).rates) {
        if (low <= truth[total]! && truth[total]! <= high) covered++;
      }
    }
    expect(covered / 540).toBeGreaterThan(0.87);
  });
});
