import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cronOf, rhythmOf } from './cron-of.ts';

const two = (value: number) => String(value).padStart(2, '0');
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${two(hour)}:${two(minute)}`);

describe('the rhythm of a sync', () => {
  it('is a cron expression, and the same choice when it is read again', () => {
    const rhythms = fc.oneof(
      fc.constant({ kind: 'off' } as const),
      fc.constant({ kind: 'hourly' } as const),
      times.map((time) => ({ kind: 'daily', time }) as const),
      times.map((time) => ({ kind: 'weekdays', time }) as const),
      fc
        .tuple(times, fc.integer({ min: 0, max: 6 }))
        .map(([time, day]) => ({ kind: 'weekly', time, day }) as const),
    );
    fc.assert(
      fc.property(rhythms, (rhythm) => {
        expect(rhythmOf(cronOf(rhythm))).toEqual(rhythm);
      }),
    );
  });

  it('is the expression itself where it is none of the simple ones', () => {
    expect(rhythmOf('*/15 8-18 * * 1-5')).toEqual({ kind: 'cron', cron: '*/15 8-18 * * 1-5' });
    expect(cronOf({ kind: 'cron', cron: ' 5 4 1 * * ' })).toBe('5 4 1 * *');
  });

  it('stands with the minute first', () => {
    expect(cronOf({ kind: 'weekdays', time: '07:30' })).toBe('30 7 * * 1-5');
  });
});
