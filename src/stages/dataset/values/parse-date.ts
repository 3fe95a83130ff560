import { shiftDate } from '../../../base/expr/index.ts';
import type { DateFormat } from './formats.ts';
import { isBlank } from './is-blank.ts';
import { blank, misfit, type Parsed, parsed } from './parsed.ts';
import { readAge } from './read-age.ts';
import { readDate } from './read-date.ts';
import { readSerialDate } from './read-serial-date.ts';

/**
 * Reads a day, `YYYY-MM-DD`: ISO with or without a time, `26-02-2018 19:58`, `3/14/24`, `3 Jan 2024`, `3 de enero de
 * 2024`, and for a column known to hold dates Excel's day counts. A time of day and its zone are dropped: the day is
 * the one written. `Jan 2024` is the first of January. Two figures of a year are 1969 to 2068. A day that the
 * calendar or the column's order does not have is a misfit with its reason. Of a column of ages (`about 2 months`) it is
 * the day so long before the one they are counted from.
 *
 * @example
 * parseDate('3 de enero de 2024', { dateOrder: null }); // { kind: 'value', value: '2024-01-03' }
 * parseDate('31/02/2025', { dateOrder: 'dmy' }); // { kind: 'misfit', reason: 'no such date: that month has 28 days, not 31' }
 */
export function parseDate(text: string, format: DateFormat): Parsed<string> {
  const reading = readDate(text, format.dateOrder);
  if (reading?.kind === 'date') return parsed(reading.date);
  if (reading?.kind === 'impossible')
    return isBlank(text, 'likely') || isZeroDate(text) ? blank : misfit(reading.reason);
  const serial = readSerialDate(text);
  if (serial !== null) return parsed(serial);
  const age = format.ages === undefined || format.ages === null ? null : readAge(text);
  if (age !== null) return parsed(shiftDate(format.ages as string, age, -1));
  return isBlank(text, 'likely') ? blank : misfit('not a date');
}

/** What databases write for no date: `0000-00-00`, and Excel's `00/01/1900` and `1/0/1900`. */
function isZeroDate(text: string): boolean {
  return /^0{4}-00-00|^0{1,2}\/01\/1900|^0?1\/0\/1900/.test(text.trim());
}
