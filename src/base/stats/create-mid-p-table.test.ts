import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMidPTable } from './create-mid-p-table.ts';

describe('createMidPTable', () => {
  // R: k <- 0:9; phyper(k, 10, 20, 9, lower.tail = FALSE) + dhyper(k, 10, 20, 9) / 2
  it('holds the mid-p of every count, as R has it', () => {
    const table = createMidPTable({ population: 30, successes: 10 });
    const expected = [
      0.994130207623461, 0.9442369724228795, 0.7783024571630268, 0.49384328814613676, 0.2175115239583007,
      0.06105898099901101, 0.010023659498921866, 0.0008604089563609785, 3.215175628968732e-5,
      3.4947561184442683e-7,
    ];
    expected.forEach((p, k) => {
      expect(table.midP(k, 9) / p, `${k} of 9`).toBeCloseTo(1, 13);
      expect(table.logMidP(k, 9), `${k} of 9`).toBeCloseTo(Math.log(p), 13);
    });
  });

  // python3: from mpmath import *; mp.dps = 60; f = lambda j: binomial(1667, j) * binomial(3333, 1700 - j)
  // log((fsum(f(j) for j in range(1501, 1668)) + f(1500) / 2) / binomial(5000, 1700))
  it('keeps logarithms where the chance itself is too small for a number', () => {
    const table = createMidPTable({ population: 5000, successes: 1667 });
    expect(table.logMidP(1500, 1700)).toBeCloseTo(-1909.279175071986, 11);
    expect(table.midP(1500, 1700)).toBe(0);
  });

  it('is certain below what must be drawn and impossible above what can be', () => {
    const table = createMidPTable({ population: 10, successes: 6 });
    expect(table.midP(1, 7)).toBe(1); // at least 3 of 7 are marked
    expect(table.midP(7, 7)).toBe(0);
    expect(table.logMidP(7, 7)).toBe(-Infinity);
  });

  it('answers the same after so many rows that the first ones were dropped', () => {
    const marked = { population: 4000, successes: 2000 };
    const table = createMidPTable(marked);
    const first = table.midP(560, 1000);
    for (let draws = 500; draws < 3500; draws++) table.midP(0, draws);
    expect(table.midP(560, 1000)).toBe(first);
  });

  it('of a count and of its mirror image add up to one', () => {
    const drawn = fc
      .record({ population: fc.integer({ min: 1, max: 80 }), s: fc.nat(), d: fc.nat(), k: fc.nat() })
      .map(({ population, s, d, k }) => ({
        population,
        successes: s % (population + 1),
        draws: d % (population + 1),
        k: k % (population + 1),
      }));
    fc.assert(
      fc.property(drawn, ({ population, successes, draws, k }) => {
        const marked = createMidPTable({ population, successes }).midP(k, draws);
        const unmarked = createMidPTable({ population, successes: population - successes }).midP(
          draws - k,
          draws,
        );
        expect(marked + unmarked).toBeCloseTo(1, 12);
      }),
    );
  });
});
