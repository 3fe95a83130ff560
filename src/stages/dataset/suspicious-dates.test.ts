import { describe, expect, it } from 'vitest';
import { suspiciousDates } from './suspicious-dates.ts';

const column = { table: 'customers', field: 'started_on', of: 100 } as const;
const options = { asOf: '2025-06-30', mayBeLater: false };

describe('suspiciousDates', () => {
  it.each([
    ['1970-01-01', 1, 'programs write it for no date'],
    ['1923-05-01', 1, 'before 1950'],
    ['2025-07-01', 1, 'in the future'],
    ['2025-01-01', 40, 'a quarter of the rows on one day'],
  ])('%s is hardly real', (value, count, why) => {
    expect(suspiciousDates({ ...column, values: [{ value, count }] }, options)).toMatchObject({
      count,
      examples: [`\`${value}\` (${count}): ${why}`],
    });
  });

  it('days of every kind pass, and later ones where the event may still come', () => {
    expect(suspiciousDates({ ...column, values: [{ value: '2025-06-30', count: 3 }] }, options)).toBeNull();
    const later = [{ value: '2026-01-01', count: 3 }];
    expect(suspiciousDates({ ...column, values: later }, { ...options, mayBeLater: true })).toBeNull();
  });
});
