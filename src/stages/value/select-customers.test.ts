import { describe, expect, it } from 'vitest';
import { readCustomerFacts } from './read-customer-facts.ts';
import { selectCustomers } from './select-customers.ts';

const started = (accountId: string, startedOn: string | null) =>
  readCustomerFacts({ account_id: accountId, started_on: startedOn });
const asOf = '2024-06-30';

describe('selectCustomers', () => {
  it('keeps everyone when no number is asked for', () => {
    const all = [started('b', '2024-01-01'), started('a', null)];
    const { customers, warnings } = selectCustomers(all, { asOf, last: null });
    expect(customers.map(({ facts }) => facts.accountId)).toEqual(['a', 'b']);
    expect(warnings).toEqual([]);
  });

  it('takes the newest, those without a start last, and says how many these are', () => {
    const all = [
      started('a', '2021-01-01'),
      started('b', '2024-01-01'),
      started('c', null),
      started('d', '2023-01-01'),
    ];
    const two = selectCustomers(all, { asOf, last: 2 });
    expect(two.customers.map(({ facts }) => facts.accountId)).toEqual(['b', 'd']);
    expect(two.warnings).toEqual([
      '1 of 4 customers have no known start: the last 2 are chosen among the others first.',
    ]);
  });

  it('takes a tenure in months for the start where there is no date', () => {
    const all = [started('a', '2022-01-01'), readCustomerFacts({ account_id: 'b', tenure_months: 3 })];
    const { customers } = selectCustomers(all, { asOf, last: 1 });
    expect(customers[0]?.facts.accountId).toBe('b');
  });

  it('leaves out who starts after the day asked about, and says so', () => {
    const { customers, warnings } = selectCustomers([started('a', '2024-07-01'), started('b', asOf)], {
      asOf,
      last: null,
    });
    expect(customers).toHaveLength(1);
    expect(warnings).toEqual(['1 of 2 customers start after 2024-06-30 and are left out.']);
  });

  it('names relations that contradict themselves and accounts that have two', () => {
    const odd = readCustomerFacts({ account_id: 'a', started_on: '2024-01-01', ended_on: '2020-01-01' });
    const { warnings } = selectCustomers([odd, started('b', null), started('b', null)], { asOf, last: null });
    expect(warnings).toEqual([
      '1 of 3 customers end before they start (`a` is one): their tenure is taken as unknown.',
      '1 relation belongs to an account that has another one (`b` is one): each is ranked on its own.',
    ]);
  });
});
