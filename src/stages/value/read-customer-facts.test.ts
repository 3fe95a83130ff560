import { describe, expect, it } from 'vitest';
import { customerColumns } from './customer-columns.ts';
import { readCustomerFacts } from './read-customer-facts.ts';

describe('readCustomerFacts', () => {
  it('reads every canonical column', () => {
    const examples = { text: 'a', date: '2024-01-31', double: 7 };
    const columns = Object.entries(customerColumns).map(([column, type]) => [column, examples[type]]);
    const facts = readCustomerFacts({ ...Object.fromEntries(columns), name: 'b' });
    expect(Object.values(facts)).not.toContain(null);
    expect(facts).toMatchObject({
      accountId: 'a',
      name: 'b',
      startedOn: '2024-01-31',
      contractValue: 7,
      expansion: 7,
    });
    expect(Object.keys(facts)).toHaveLength(columns.length + 1);
  });

  it('takes numbers for account ids, and anything else of another type for unknown', () => {
    const facts = readCustomerFacts({
      account_id: 17,
      contract_value: 'much',
      nps: Number.NaN,
      started_on: true,
    });
    expect(facts).toMatchObject({
      accountId: '17',
      contractValue: null,
      nps: null,
      startedOn: null,
      csat: null,
    });
  });
});
