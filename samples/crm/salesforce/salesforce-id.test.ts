import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOfId, salesforceId } from './salesforce-id.ts';

const number = fc.integer({ min: 0, max: 62 ** 5 });

describe('ids of Salesforce', () => {
  it('have 18 characters and lead back to the number, with or without the last three', () => {
    fc.assert(
      fc.property(number, (n) => {
        const id = salesforceId('001', n);
        expect(id).toMatch(/^001[0-9A-Za-z]{15}$/);
        expect(numberOfId('001', id)).toBe(n);
        expect(numberOfId('001', id.slice(0, 15))).toBe(n);
        expect(numberOfId('003', id)).toBeNull();
      }),
    );
  });

  it('order like the numbers', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(salesforceId('001', a) < salesforceId('001', b)).toBe(a < b);
      }),
    );
  });

  it('with wrong check digits are no ids', () => {
    const id = salesforceId('001', 4711);
    expect(numberOfId('001', `${id.slice(0, 15)}ZZZ`)).toBeNull();
  });
});
