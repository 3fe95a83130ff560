import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharesOfValue } from './shares-of-value.ts';
import { thirdChange } from './third-change.ts';
import type { ComponentColumn } from './types.ts';
import { weighCustomers } from './weigh-customers.ts';

const rows = 12;
const percentile = fc.oneof(
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 100 }).map((n) => n / 100) },
);
const componentColumn: fc.Arbitrary<ComponentColumn> = fc.record({
  percentiles: fc
    .array(percentile, { minLength: rows, maxLength: rows })
    .map((some) => Float64Array.from(some)),
  weight: fc.integer({ min: 0, max: 5 }),
  given: fc.boolean(),
  standsFor: fc.constant(null),
});
const components = fc.array(componentColumn, { minLength: 1, maxLength: 5 });
const rising = Float64Array.from({ length: rows }, (_, i) => (i + 0.5) / rows);
const column = (
  percentiles: Float64Array,
  weight: number,
  standsFor: number | null = null,
): ComponentColumn => ({
  percentiles,
  weight,
  given: false,
  standsFor,
});

describe('weighCustomers', () => {
  it('values do not change when all weights are doubled', () => {
    fc.assert(
      fc.property(components, (some) => {
        const doubled = some.map((one) => ({ ...one, weight: 2 * one.weight }));
        const [once, twice] = [weighCustomers(some, rows), weighCustomers(doubled, rows)];
        expect(twice.kind).toBe(once.kind);
        if (once.kind !== 'weighed' || twice.kind !== 'weighed') return;
        expect(twice.valued.ranked).toEqual(once.valued.ranked);
        expect(twice.line).toEqual(once.line);
      }),
    );
  });

  it('the parts of a value add up to it', () => {
    fc.assert(
      fc.property(components, (some) => {
        const found = weighCustomers(some, rows);
        if (found.kind !== 'weighed') return;
        const counts = found.standings.map(({ leftOut }) => leftOut === null);
        for (const row of found.valued.ranked) {
          const sum = sharesOfValue(some, counts, row).reduce<number>((all, part) => all + (part ?? 0), 0);
          expect(sum).toBeCloseTo(found.valued.values[row]!, 8);
        }
      }),
    );
  });

  it('who enters and who leaves account for the change of the top third', () => {
    fc.assert(
      fc.property(components, fc.nat({ max: 4 }), (some, moved) => {
        const other = some.map((one, c) =>
          c === moved % some.length ? { ...one, weight: one.weight + 3 } : one,
        );
        const [before, after] = [weighCustomers(some, rows), weighCustomers(other, rows)];
        if (before.kind !== 'weighed' || after.kind !== 'weighed') return;
        const change = thirdChange(before, after);
        expect(change.stay + change.leave.length).toBe(before.line.n);
        expect(change.stay + change.enter.length).toBe(after.line.n);
        expect(change.overlap).toBe(change.stay / before.line.n);
      }),
    );
  });

  it('what stands for another component counts only when it is given a weight', () => {
    const pair = [column(rising, 3), column(rising.toReversed(), 3, 0)];
    const found = weighCustomers(pair, rows);
    expect(found.kind === 'weighed' && found.standings[1]?.leftOut).toBe('said-by-another');
    const asked = weighCustomers([pair[0]!, { ...pair[1]!, given: true, weight: 1 }], rows);
    expect(asked.kind === 'weighed' && asked.standings[1]?.leftOut).toBeNull();
  });

  it('weights that leave nothing or no line are told', () => {
    expect(weighCustomers([column(rising, 0)], rows)).toMatchObject({
      kind: 'no-components',
      standings: [{ leftOut: 'only-when-asked' }],
    });
    const two = Float64Array.from({ length: rows }, (_, i) => (i < 6 ? 0.25 : 0.75));
    expect(weighCustomers([column(two, 1)], rows).kind).toBe('no-line');
    expect(weighCustomers([column(rising.slice(0, 7), 1)], 7).kind).toBe('too-few-customers');
  });
});
