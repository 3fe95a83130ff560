import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeCustomers } from './place-customers.ts';
import { rankCustomers } from './rank-customers.ts';
import type { CustomerFacts } from './types.ts';

const unknown: Omit<CustomerFacts, 'accountId' | 'contractValue' | 'nps'> = {
  name: null,
  startedOn: '2024-01-01',
  endedOn: null,
  purchaseValue: null,
  tenureMonths: null,
  daysToClose: null,
  renewals: null,
  purchases: null,
  csat: null,
  supportCost: null,
  supportTickets: null,
  grossMargin: null,
  acquisitionCost: null,
  referrals: null,
  expansion: null,
};
const options = { asOf: '2024-06-30', weights: {}, last: null, seed: 1 };
const figure = fc.option(fc.integer({ min: 0, max: 12 }), { nil: null, freq: 5 });
const customers = fc
  .array(fc.record({ contractValue: figure, nps: figure }), { minLength: 4, maxLength: 40 })
  .map((figures) => figures.map((known, i): CustomerFacts => ({ ...unknown, ...known, accountId: `c${i}` })));

describe('the places of customers', () => {
  it('are those of the ranking, or its shortfall', () => {
    let ranked = 0;
    fc.assert(
      fc.property(customers, (facts) => {
        const [placed, ranking] = [placeCustomers(facts, options), rankCustomers(facts, options)];
        if (placed.kind === 'placed' && ranking.kind === 'ranking') {
          ranked++;
          expect(placed.customers.map((of) => [of.facts.accountId, of.rank, of.best])).toEqual(
            ranking.customers.filter((of) => of.value !== null).map((of) => [of.accountId, of.rank, of.best]),
          );
        } else {
          expect(placed).toEqual(ranking);
        }
      }),
    );
    expect(ranked).toBeGreaterThan(10);
  });
});
