import type { Duration } from './types.ts';

const DAYS = { days: 1, weeks: 7, months: 30, years: 365 } as const;

/**
 * Nominal length of a duration in days, for half-lives and other rates where no calendar day is named: a month
 * counts 30 days, a year 365. Windows use `shiftDate`, which follows the calendar.
 *
 * @example
 * durationDays({ count: 2, unit: 'months' }); // 60
 */
export function durationDays({ count, unit }: Duration): number {
  return count * DAYS[unit];
}
