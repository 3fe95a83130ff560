import type { Duration } from './types.ts';

const DAY = 86_400_000;
const FIRST = '0001-01-01';
const LAST = '9999-12-31';

/**
 * The day a duration before (-1) or after (1) a given day, by the calendar. Months and years keep the day of the
 * month, held to the month's last day; the result is held to the years 0001 to 9999.
 *
 * @example
 * shiftDate('2024-08-31', { count: 6, unit: 'months' }, -1); // '2024-02-29'
 */
export function shiftDate(date: string, by: Duration, direction: -1 | 1): string {
  const count = by.count * direction;
  if (by.unit === 'days') return shiftDays(date, count);
  if (by.unit === 'weeks') return shiftDays(date, 7 * count);
  return shiftMonths(date, by.unit === 'years' ? 12 * count : count);
}

function shiftDays(date: string, days: number): string {
  const time = Date.parse(`${date}T00:00:00Z`) + days * DAY;
  if (time < Date.parse(`${FIRST}T00:00:00Z`)) return FIRST;
  if (time > Date.parse(`${LAST}T00:00:00Z`)) return LAST;
  return new Date(time).toISOString().slice(0, 10);
}

function shiftMonths(date: string, months: number): string {
  const total = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(total / 12);
  if (year < 1) return FIRST;
  if (year > 9999) return LAST;
  const month = (total % 12) + 1;
  const day = Math.min(Number(date.slice(8, 10)), monthLength(year, month));
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function monthLength(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
