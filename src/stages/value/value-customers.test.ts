import { describe, expect, it } from 'vitest';
import { readCustomerFacts } from './read-customer-facts.ts';
import { selectCustomers } from './select-customers.ts';
import type { ValueOptions } from './types.ts';
import { valueCustomers } from './value-customers.ts';
import { weighComponents } from './weigh-components.ts';

type Row = Parameters<typeof readCustomerFacts>[0];

function valued(rows: readonly Row[], weights: ValueOptions['weights'] = {}) {
  const facts = rows.map((row, i) => readCustomerFacts({ account_id: `c${i}`, ...row }));
  const { customers } = selectCustomers(facts, { asOf: '2024-06-30', last: null });
  const counted = weighComponents(customers, weights).filter(({ component }) => component.leftOut === null);
  return valueCustomers(counted, customers.length);
}

describe('valueCustomers', () => {
  it('ranks best first and leaves out who has one component of two', () => {
    const { ranked, unranked, coverage } = valued([
      { contract_value: 1, days_to_close: 9 },
      { contract_value: 3, days_to_close: 5 },
      { contract_value: 2, days_to_close: 8 },
      { contract_value: 9 },
    ]);
    expect(ranked).toEqual([1, 2, 0]);
    expect(unranked).toEqual([3]);
    expect(coverage[3]).toBe(0.6);
  });

  it('leaves out who has less than half of the weight known', () => {
    const full = { contract_value: 1, days_to_close: 1, nps: 1, csat: null, referrals: 1 };
    const { unranked, coverage } = valued([
      full,
      { ...full, contract_value: 2, days_to_close: 2, nps: 2, referrals: 2 },
      { ...full, contract_value: null, days_to_close: null },
      { ...full, days_to_close: null, nps: null },
    ]);
    expect(unranked).toEqual([2]);
    expect(coverage[2]).toBeCloseTo(2 / 7, 12);
    expect(coverage[3]).toBeCloseTo(4 / 7, 12);
  });

  it('is content with one component when only one counts', () => {
    expect(valued([{ contract_value: 1 }, { contract_value: 2 }]).ranked).toEqual([1, 0]);
  });
});
