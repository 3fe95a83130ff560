import { describe, expect, it } from 'vitest';
import { measureComponents } from './measure-components.ts';
import { readCustomerFacts } from './read-customer-facts.ts';
import { selectCustomers } from './select-customers.ts';
import type { ComponentName, ValueOptions } from './types.ts';
import { weighComponents } from './weigh-components.ts';

const customers = selectCustomers(
  Array.from({ length: 10 }, (_, i) =>
    readCustomerFacts({
      account_id: `c${i}`,
      contract_value: 100 + i,
      gross_margin: 0.4,
      nps: i < 4 ? i : null,
      days_to_close: i < 5 ? i : null,
      acquisition_cost: i,
    }),
  ),
  { asOf: '2024-06-30', last: null },
).customers;
const weigh = (name: ComponentName, weights: ValueOptions['weights'] = {}) =>
  weighComponents(measureComponents(customers, weights)).find(({ component }) => component.name === name)!;

describe('weighComponents', () => {
  it('counts what is known for half of the customers, by its default weight', () => {
    expect(weigh('contract_value').component).toMatchObject({ weight: 3, known: 10, leftOut: null });
    expect(weigh('speed_of_close').component).toMatchObject({ weight: 2, known: 5, leftOut: null });
  });

  it('leaves out what is known for fewer, unless the user gives it a weight', () => {
    expect(weigh('satisfaction').component.leftOut).toBe(
      'it is known for only 4 of 10 customers; give it a weight to count it all the same',
    );
    const asked = weigh('satisfaction', { satisfaction: 2 });
    expect(asked.component).toMatchObject({ leftOut: null, weight: 2 });
    expect(asked.warnings).toEqual([
      'Satisfaction counts because you gave it a weight, but it is known for only 4 of 10 customers.',
    ]);
  });

  it('leaves out what is the same for everyone, unknown for everyone, or weighed 0', () => {
    expect(weigh('gross_margin').component.leftOut).toBe(
      'it is the same for all 10 customers it is known for',
    );
    expect(weigh('referrals', { referrals: 4 }).component.leftOut).toBe('it is not known for any customer');
    expect(weigh('contract_value', { contract_value: 0 }).component.leftOut).toBe('its weight is 0');
  });

  it('lets purchase value per year stand for contract value only where that is not known', () => {
    const shop = selectCustomers(
      Array.from({ length: 10 }, (_, i) =>
        readCustomerFacts({
          account_id: `c${i}`,
          contract_value: i < 4 ? 100 + i : null,
          purchase_value: 50 * i,
          started_on: `202${i % 4}-01-01`,
        }),
      ),
      { asOf: '2024-06-30', last: null },
    ).customers;
    const [contract, purchases] = weighComponents(measureComponents(shop, {}));
    expect(contract?.component.leftOut).toMatch(/known for only 4 of 10/);
    expect(purchases?.component).toMatchObject({ name: 'purchase_value', weight: 3, leftOut: null });
    expect(purchases?.component.method).toMatch(/\/ \(years \+ 0\.5\)/);
    const both = shop.map((customer) => ({
      ...customer,
      facts: { ...customer.facts, contractValue: customer.facts.purchaseValue },
    }));
    expect(weighComponents(measureComponents(both, {}))[1]?.component.leftOut).toBe(
      'contract value says it already; give it a weight to count it all the same',
    );
    expect(weighComponents(measureComponents(both, { purchase_value: 1 }))[1]?.component.leftOut).toBeNull();
  });

  it('counts what a customer cost to win only when asked', () => {
    expect(weigh('acquisition_cost').component.leftOut).toBe('it counts only when you give it a weight');
    expect(weigh('acquisition_cost', { acquisition_cost: 1 }).component.leftOut).toBeNull();
  });

  it('shows the weight times the spread that it really moves by', () => {
    // Ten different values: percentiles .05, .15 ... .95 with standard deviation sqrt(.0825).
    expect(weigh('contract_value').component.effectiveWeight).toBeCloseTo(3 * Math.sqrt(0.0825), 12);
    expect(weigh('gross_margin').component.effectiveWeight).toBe(0);
  });
});
