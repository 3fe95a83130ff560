import { dateOption } from './options.ts';

/** The day of `--as-of`, or today in the local time zone, as `YYYY-MM-DD`. */
export function todayFrom(given: unknown, now: Date): string {
  return dateOption({ asOf: given }, 'asOf') ?? localDate(now);
}

function localDate(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
