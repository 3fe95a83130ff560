import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean } from '../../base/stats/index.ts';
import { measureTenure } from './measure-tenure.ts';
import { readCustomerFacts } from './read-customer-facts.ts';
import { selectCustomers } from './select-customers.ts';

const customers = (rows: readonly { readonly months: number | null; readonly ended: boolean }[]) =>
  selectCustomers(
    rows.map(({ months, ended }, i) =>
      readCustomerFacts({
        account_id: `c${1000 + i}`,
        tenure_months: months,
        ended_on: ended ? '2024-06-30' : null,
      }),
    ),
    { asOf: '2024-06-30', last: null },
  ).customers;

describe('measureTenure', () => {
  it('places an end in the middle of its step and a present customer in the middle of what is left', () => {
    // S falls to 3/4 at 2, stays there for the customer present since 5, and falls to 3/8 at 8.
    const measured = measureTenure(
      customers([
        { months: 2, ended: true },
        { months: 5, ended: false },
        { months: 8, ended: true },
        { months: 9, ended: false },
      ]),
    );
    const expected = [1 - (1 + 3 / 4) / 2, 1 - 3 / 8, 1 - (3 / 4 + 3 / 8) / 2, 1 - 3 / 16];
    expected.forEach((percentile, i) => {
      expect(measured.percentiles[i]).toBeCloseTo(percentile, 14);
    });
  });

  it('places a customer of today at one half', () => {
    const measured = measureTenure(
      customers([
        { months: 0, ended: false },
        { months: 4, ended: true },
        { months: 9, ended: false },
      ]),
    );
    expect(measured.percentiles[0]).toBe(0.5);
  });

  it('is only age, and says so, when no end was recorded', () => {
    const measured = measureTenure(
      customers([
        { months: 3, ended: false },
        { months: 30, ended: false },
        { months: null, ended: true },
      ]),
    );
    expect([...measured.percentiles]).toEqual([0.25, 0.75, Number.NaN]);
    expect(measured.warnings[0]).toMatch(/^No customer has a recorded end: tenure only means age here/);
  });

  it('averages one half whatever has ended', () => {
    const rows = fc.array(fc.record({ months: fc.integer({ min: 0, max: 12 }), ended: fc.boolean() }), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(rows, (sample) => {
        expect(mean(measureTenure(customers(sample)).percentiles)).toBeCloseTo(0.5, 12);
      }),
    );
  });
});
