import { expect, it } from 'vitest';
import { tooFewCustomers } from './too-few-customers.ts';

it('eight ranked customers are enough', () => {
  expect(tooFewCustomers(8, 20)).toBeNull();
});

it('fewer are too few, in all or with enough known', () => {
  expect(tooFewCustomers(7, 7)).toEqual({
    kind: 'too-few-customers',
    needed: 8,
    found: 7,
    why: 'A top third needs at least 8 customers; there are 7.',
  });
  expect(tooFewCustomers(5, 20)).toMatchObject({
    found: 5,
    why: 'A top third needs at least 8 customers with half of their value known; 5 of 20 have that.',
  });
});
