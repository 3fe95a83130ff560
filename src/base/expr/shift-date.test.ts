import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDate } from './is-date.ts';
import { shiftDate } from './shift-date.ts';
import type { Duration } from './types.ts';

const months = (count: number): Duration => ({ count, unit: 'months' });

describe('shiftDate', () => {
  it('holds the day to the end of a shorter month', () => {
    expect(shiftDate('2024-08-31', months(6), -1)).toBe('2024-02-29');
    expect(shiftDate('2023-08-31', months(6), -1)).toBe('2023-02-28');
    expect(shiftDate('2024-02-29', { count: 1, unit: 'years' }, -1)).toBe('2023-02-28');
    expect(shiftDate('2024-03-31', months(1), 1)).toBe('2024-04-30');
  });

  it('crosses the year in both directions', () => {
    expect(shiftDate('2024-01-15', months(1), -1)).toBe('2023-12-15');
    expect(shiftDate('2023-12-15', months(1), 1)).toBe('2024-01-15');
    expect(shiftDate('2024-01-15', months(25), -1)).toBe('2021-12-15');
  });

  it('counts days and weeks one by one', () => {
    expect(shiftDate('2024-03-01', { count: 1, unit: 'days' }, -1)).toBe('2024-02-29');
    expect(shiftDate('2024-03-01', { count: 2, unit: 'weeks' }, 1)).toBe('2024-03-15');
  });

  it('knows that 1900 was no leap year and 2000 was one', () => {
    expect(shiftDate('1900-01-31', months(1), 1)).toBe('1900-02-28');
    expect(shiftDate('2000-01-31', months(1), 1)).toBe('2000-02-29');
  });

  it('stays within the years that every engine can hold', () => {
    expect(shiftDate('2024-01-01', { count: 99_999, unit: 'years' }, -1)).toBe('0001-01-01');
    expect(shiftDate('2024-01-01', { count: 99_999, unit: 'months' }, 1)).toBe('9999-12-31');
    expect(shiftDate('0001-01-05', { count: 1, unit: 'weeks' }, -1)).toBe('0001-01-01');
  });

  it('always gives a real day, on the right side of the first', () => {
    const day = fc
      .date({ min: new Date('0002-01-01'), max: new Date('9998-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const unit = fc.constantFrom('days', 'weeks', 'months', 'years');
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 99_999 }), unit, (from, count, unit) => {
        const [before, after] = [shiftDate(from, { count, unit }, -1), shiftDate(from, { count, unit }, 1)];
        expect(isDate(before) && isDate(after)).toBe(true);
        expect(before < from && from < after).toBe(true);
      }),
    );
  });
});
