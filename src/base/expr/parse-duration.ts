import type { Duration } from './types.ts';

const UNITS = { day: 'days', week: 'weeks', month: 'months', year: 'years' } as const;

/**
 * Reads a length of time as people write it: a whole number from 1 to 99999 and `days`, `weeks`, `months` or
 * `years` (singular too, any case). Null when the text is none.
 *
 * @example
 * parseDuration('6 months'); // { count: 6, unit: 'months' }
 * parseDuration('6m'); // null
 */
export function parseDuration(text: string): Duration | null {
  const found = /^\s*(\d{1,5})\s*(day|week|month|year)s?\s*$/i.exec(text);
  if (found === null) return null;
  const count = Number(found[1]);
  const unit = UNITS[found[2]?.toLowerCase() as keyof typeof UNITS];
  return count === 0 ? null : { count, unit };
}
