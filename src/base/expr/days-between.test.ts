import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween } from './days-between.ts';
import { shiftDate } from './shift-date.ts';

describe('daysBetween', () => {
  it('counts a leap day', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2023-02-28', '2023-03-01')).toBe(1);
  });

  it('is negative when the second day comes first', () => {
    expect(daysBetween('2024-01-02', '2024-01-01')).toBe(-1);
  });

  // python3 -c "from datetime import date; print((date(2026,11,22)-date(1970,1,1)).days)"
  it('agrees with the calendar over decades', () => {
    expect(daysBetween('1970-01-01', '2026-11-22')).toBe(20779);
  });

  it('gives back the days that a date was shifted by', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90_000 }), (count) => {
        expect(daysBetween('1990-06-15', shiftDate('1990-06-15', { count, unit: 'days' }, 1))).toBe(count);
      }),
    );
  });
});
