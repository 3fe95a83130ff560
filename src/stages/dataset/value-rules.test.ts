import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addRules, applyRules, noRules } from './value-rules.ts';

const cell = (value: number | null, low = value, high = value) => ({ value, low, high, currency: null });

describe('rules for values', () => {
  it('change nothing when there are none', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        expect(applyRules(noRules, cell(value))).toEqual(cell(value));
      }),
    );
  });

  it('keep the ends of a range and drop what is beyond', () => {
    const rules = { ...noRules, low: 1, high: 10 };
    expect(applyRules(rules, cell(1))).toEqual(cell(1));
    expect(applyRules(rules, cell(10))).toEqual(cell(10));
    expect(applyRules(rules, cell(10.5))).toBeNull();
    expect(applyRules(rules, cell(0))).toBeNull();
  });

  it('drop a band of which one end is out', () => {
    expect(applyRules({ ...noRules, high: 100 }, cell(null, 51, 200))).toBeNull();
    expect(applyRules({ ...noRules, high: 200 }, cell(null, 51, 200))).toEqual(cell(null, 51, 200));
  });

  it('compare days as days', () => {
    const day = { value: '2031-01-01', low: null, high: null, currency: null };
    expect(applyRules({ ...noRules, high: '2026-11-20' }, day)).toBeNull();
    expect(applyRules({ ...noRules, unknown: ['2031-01-01'] }, day)).toBeNull();
  });

  it('said before a factor hold for the values they were said of', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), fc.constantFrom(2, 1000), (value, times) => {
        const range = addRules(noRules, { low: null, high: 5_000 });
        const before = applyRules(range, cell(value));
        const after = applyRules(addRules(range, { times }), cell(value));
        expect(after?.value ?? null).toBe(before === null ? null : value * times);
      }),
    );
  });
});
