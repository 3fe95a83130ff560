import { BestfitError } from '../../base/errors/index.ts';

/** The day of `--as-of`, or today in the local time zone, as `YYYY-MM-DD`. */
export function todayFrom(given: unknown, now: Date): string {
  if (given === undefined) return localDate(now);
  const text = String(given);
  const date = new Date(`${text}T00:00:00Z`);
  const valid = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime());
  if (!valid || date.toISOString().slice(0, 10) !== text) {
    throw new BestfitError('usage.bad-option', {
      option: '--as-of',
      value: text,
      expected: 'a date such as 2026-09-30',
    });
  }
  return text;
}

function localDate(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
