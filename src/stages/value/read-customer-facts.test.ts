import { describe, expect, it } from 'vitest';
import { customerColumns } from './customer-columns.ts';
import { readCustomerFacts } from './read-customer-facts.ts';

describe('readCustomerFacts', () => {
  it('reads every canonical column', () => {
    const row = Object.fromEntries(
      customerColumns.map((column, i) => {
        if (column === 'account_id' || column === 'name') return [column, column];
        return [column, column.endsWith('_on') ? '2024-01-31' : i];
      }),
    );
    const facts = readCustomerFacts(row);
    expect(Object.values(facts)).not.toContain(null);
    expect(facts).toMatchObject({
      accountId: 'account_id',
      startedOn: '2024-01-31',
      contractValue: 4,
      expansion: 16,
    });
    expect(Object.keys(facts)).toHaveLength(customerColumns.length);
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
