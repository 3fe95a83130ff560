import { expect, it } from 'vitest';
import { measureAmount } from './measure-amount.ts';
import { readCustomerFacts } from './read-customer-facts.ts';
import type { Source } from './read-sources.ts';
import { selectCustomers } from './select-customers.ts';

const sources: readonly Source[] = [
  { label: 'NPS', read: (facts) => facts.nps },
  { label: 'CSAT', read: (facts) => facts.csat },
];
const customers = (rows: readonly { readonly nps?: number; readonly csat?: number }[]) =>
  selectCustomers(
    rows.map((row, i) => readCustomerFacts({ account_id: `c${i}`, ...row })),
    { asOf: '2024-06-30', last: null },
  ).customers;

it('the first source that is known counts, and the method says how often each did', () => {
  const measured = measureAmount(
    customers([{ nps: 9, csat: 1 }, { csat: 5 }, { nps: 3 }, {}]),
    sources,
    'high',
  );
  expect([...measured.raw]).toEqual([9, 5, 3, Number.NaN]);
  expect([...measured.percentiles]).toEqual([0.75, 0.5, 0.25, Number.NaN]);
  expect(measured.method).toBe('percentile of NPS (2) or CSAT (1), each among its own kind');
});

it('one source needs no numbers', () => {
  expect(measureAmount(customers([{ csat: 5 }, { csat: 4 }]), sources, 'high').method).toBe(
    'percentile of CSAT',
  );
  expect(measureAmount(customers([{}]), sources, 'high').method).toBe('percentile of NPS');
});
