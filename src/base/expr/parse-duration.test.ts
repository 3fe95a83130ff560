import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationDays } from './duration-days.ts';
import { formatDuration } from './format-duration.ts';
import { parseDuration } from './parse-duration.ts';

describe('parseDuration', () => {
  it('reads singular, plural, any case and loose spaces', () => {
    expect(parseDuration('1 year')).toEqual({ count: 1, unit: 'years' });
    expect(parseDuration(' 6  Months ')).toEqual({ count: 6, unit: 'months' });
    expect(parseDuration('90days')).toEqual({ count: 90, unit: 'days' });
  });

  it.each([
    '',
    '6',
    'months',
    '0 days',
    '-1 days',
    '1.5 years',
    '6m',
    '1 quarter',
    '100000 days',
    '6 months ago',
  ])("finds no duration in '%s'", (text) => {
    expect(parseDuration(text)).toBeNull();
  });

  it('reads back every duration that is written', () => {
    const duration = fc.record({
      count: fc.integer({ min: 1, max: 99_999 }),
      unit: fc.constantFrom('days', 'weeks', 'months', 'years'),
    });
    fc.assert(
      fc.property(duration, (d) => {
        expect(parseDuration(formatDuration(d))).toEqual(d);
      }),
    );
  });
});

describe('formatDuration', () => {
  it('uses the singular for one', () => {
    expect(formatDuration({ count: 1, unit: 'months' })).toBe('1 month');
    expect(formatDuration({ count: 60, unit: 'days' })).toBe('60 days');
  });
});

describe('durationDays', () => {
  it('counts nominal months of 30 and years of 365 days', () => {
    expect(durationDays({ count: 60, unit: 'days' })).toBe(60);
    expect(durationDays({ count: 2, unit: 'weeks' })).toBe(14);
    expect(durationDays({ count: 2, unit: 'months' })).toBe(60);
    expect(durationDays({ count: 1, unit: 'years' })).toBe(365);
  });
});
