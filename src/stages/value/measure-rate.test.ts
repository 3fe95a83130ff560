import { describe, expect, it } from 'vitest';
import { measureRate } from './measure-rate.ts';
import { readCustomerFacts } from './read-customer-facts.ts';
import { selectCustomers } from './select-customers.ts';

const sources = [
  { label: 'referrals', read: (facts: { readonly referrals: number | null }) => facts.referrals },
];
const customers = (rows: readonly { readonly referrals: number; readonly tenure_months?: number }[]) =>
  selectCustomers(
    rows.map((row, i) => readCustomerFacts({ account_id: `c${i}`, ...row })),
    { asOf: '2024-06-30', last: null },
  ).customers;

describe('measureRate', () => {
  it('ranks by the rate per year but shows the count', () => {
    // 12 in 6 years: 2 a year, 1 in half a year. Rates: 9 / 5.5 against 5 / 2.
    const measured = measureRate(
      customers([
        { referrals: 8, tenure_months: 60 },
        { referrals: 4, tenure_months: 12 },
      ]),
      sources,
      'high',
    );
    expect([...measured.raw]).toEqual([8, 4]);
    expect([...measured.percentiles]).toEqual([0.25, 0.75]);
    expect(measured.method).toBe('percentile of (referrals + 1) / (years + 0.5)');
    expect(measured.warnings).toEqual([]);
  });

  it('ranks plain counts apart where no time is known, and warns', () => {
    const measured = measureRate(
      customers([{ referrals: 8, tenure_months: 60 }, { referrals: 100 }, { referrals: 2 }]),
      sources,
      'high',
    );
    expect([...measured.percentiles]).toEqual([0.5, 0.75, 0.25]);
    expect(measured.method).toBe(
      'percentile of (referrals + 0.8) / (years + 0.5) (1) or plain referrals (2), each among its own kind',
    );
    expect(measured.warnings).toEqual([
      '2 of 3 customers with known referrals have neither a start nor a tenure: their plain count stands in for a rate per year.',
    ]);
  });
});
