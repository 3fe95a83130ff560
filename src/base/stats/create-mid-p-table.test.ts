import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMidPTable } from './create-mid-p-table.ts';

describe('createMidPTable', () => {
  // python3, mpmath: log((sum over j in 1501..1667 of f(j) + f(1500) / 2) / binomial(5000, 1700))
  it('keeps logarithms where the chance itself is too small for a number', () => {
    const table = createMidPTable({ population: 5000, successes: 1667 });
    expect(table.logMidP(1500, 1700)).toBeCloseTo(-1909.2791750719859, 9);
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
