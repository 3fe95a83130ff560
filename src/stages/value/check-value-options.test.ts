import { describe, expect, it } from 'vitest';
import { checkValueOptions } from './check-value-options.ts';
import type { ComponentName } from './types.ts';

const options = { asOf: '2024-06-30', weights: {}, last: null, seed: 1 };

describe('checkValueOptions', () => {
  it('lets usual options pass', () => {
    expect(() =>
      checkValueOptions({ ...options, weights: { tenure: 0, referrals: 2.5 }, last: 30 }),
    ).not.toThrow();
  });

  it.each([
    [{ ...options, asOf: '2024-02-30' }, '`--as-of` cannot be `2024-02-30`: it takes a day as YYYY-MM-DD.'],
    [{ ...options, last: 0 }, '`--last` cannot be `0`: it takes a number of customers.'],
    [
      { ...options, weights: { tenure: -1 } },
      /^`--weight` cannot be `tenure=-1`: it takes one of contract_value, /,
    ],
    [{ ...options, weights: { ['charm' as ComponentName]: 1 } }, /^`--weight` cannot be `charm=1`/],
  ])('refuses %j', (refused, message) => {
    expect(() => checkValueOptions(refused)).toThrow(message);
  });
});
