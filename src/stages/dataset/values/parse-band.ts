import type { NumberFormat } from './formats.ts';
import { isBlank } from './is-blank.ts';
import { monthNumber } from './month-names.ts';
import { blank, misfit, type Parsed, parsed } from './parsed.ts';
import { readBand } from './read-band.ts';

/** A number known by its two ends, both inclusive; equal when exact, infinite when open. */
export interface NumberBand {
  readonly low: number;
  readonly high: number;
}

const people =
  /\b(?:employees?|people|persons?|staff|ftes?|workers|members|users|seats|empleados|empleadas|personas|trabajadores|dipendenti|addetti|persone|funcion[aá]rios|colaboradores|pessoas|salari[eé]s|employ[eé]s|personnes|collaborateurs|mitarbeiter(?:innen)?|mitarbeitende|besch[aä]ftigte|personen)\b\.?/giu;

/**
 * Reads a number or a band of numbers: `51-200`, `51 to 200`, `10k+`, `>1000`, `1.000-5.000`, `11-50 employees`,
 * `menos de 10`, `bis 50`. Words of excess leave the named whole number out (`>1000` begins at 1001, `<10` ends at 9).
 * `05-10` and `Oct-50` are bands that a spreadsheet turned into dates, and misfits.
 *
 * @example
 * parseBand('51 – 200 employees', { decimal: null, scale: 1 }); // { kind: 'value', value: { low: 51, high: 200 } }
 */
export function parseBand(text: string, format: NumberFormat): Parsed<NumberBand> {
  const damaged = dateDamage(text);
  if (damaged !== null) return misfit(damaged);
  const band = readBand(/\p{L}/u.test(text) && /\d/.test(text) ? text.replace(people, ' ') : text, {
    ...format,
    currency: null,
  });
  if (band === null) return isBlank(text, 'likely') ? blank : misfit('not a number or a band of numbers');
  if (band.low > band.high) return misfit('its low end is above its high end');
  if (band.ends.some((end) => end.currency !== undefined))
    return misfit('a sum of money in a column of numbers');
  return parsed(band.exclusive ? leaveOut(band) : { low: band.low, high: band.high });
}

function leaveOut(band: NumberBand): NumberBand {
  const shift = Number.isInteger(Number.isFinite(band.low) ? band.low : band.high) ? 1 : 0;
  return { low: band.low + shift, high: band.high - shift };
}

/**
 * Why a text is probably a band that a spreadsheet turned into a date; null when it is not.
 *
 * @example
 * dateDamage('Oct-50'); // 'a spreadsheet turned the band into a date: probably 10-50'
 */
export function dateDamage(text: string): string | null {
  const parts = /^(\p{L}{3,4}|\d{1,2})\.?[-/ ](\p{L}{3,4}|\d{1,2})\.?$/u.exec(text.trim());
  if (parts === null) return null;
  const [, first = '', second = ''] = parts;
  const month = monthNumber(first) ?? monthNumber(second);
  const zero = /^0\d/.test(first) || /^0\d/.test(second);
  if (month === null && !zero) return null;
  const numbers = [first, second].map((part) => monthNumber(part) ?? Number(part)).sort((a, b) => a - b);
  return `a spreadsheet turned the band into a date: probably ${numbers.join('-')}`;
}
