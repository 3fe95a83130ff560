import { monthNumber } from './month-names.ts';
import { plainText } from './plain-text.ts';

/** A date as it was read, and what its writing says about the order of its column. */
export type DateReading =
  | {
      readonly kind: 'date';
      /** `YYYY-MM-DD`; the first day when only the month is written. */
      readonly date: string;
      readonly precision: 'day' | 'month';
      /** The order that this text proves (`26/02`); `either` when both read (`05/06`); null when it needs none. */
      readonly order: 'dmy' | 'mdy' | 'either' | null;
    }
  | { readonly kind: 'impossible'; readonly reason: string };

const clock =
  /[T ,]+\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?\s?m\.?)?\s*(?:z|utc|gmt)?\s*(?:[+-]\d{1,2}:?\d{0,2})?\s*(?:\(.*\))?$/i;
const fillerWords = new Set(['de', 'del', 'di', 'do', 'da', 'of', 'the', 'le', 'el', 'il', 'den', 'am']);
const weekdays =
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?$|^(?:lun|mar|mie|jue|vie|sab|dom|gio|ven|mer|jeu|sam|dim|seg|ter|qua|qui|sex|mo|di|mi|do|fr|sa|so)$|^(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|lunedi|martedi|mercoledi|giovedi|venerdi|domenica|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|segunda|terca|quarta|quinta|sexta|feira|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)$/;
const longestDate = 60;

/** Reads a date in figures or with a month's name; null when the text has not the form of a date. */
export function readDate(text: string, order: 'dmy' | 'mdy' | null): DateReading | null {
  if (text.length > longestDate || !/\d/.test(text)) return null;
  const day = text
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim()
    .replace(clock, '')
    .trim();
  return yearFirst(day) ?? inFigures(day, order) ?? inWords(day);
}

function yearFirst(text: string): DateReading | null {
  const parts = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?$/.exec(text);
  if (parts === null) return null;
  return civil(
    [Number(parts[1]), Number(parts[3]), parts[4] === undefined ? null : Number(parts[4])],
    null,
    text,
  );
}

function inFigures(text: string, order: 'dmy' | 'mdy' | null): DateReading | null {
  const monthYear = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
  if (monthYear !== null) return civil([Number(monthYear[2]), Number(monthYear[1]), null], null, text);
  const parts = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})$/.exec(text);
  if (parts === null) return null;
  const first = Number(parts[1]);
  const second = Number(parts[3]);
  const year = fullYear(parts[4] ?? '');
  const proved = first > 12 ? 'dmy' : second > 12 ? 'mdy' : 'either';
  if (proved !== 'either' && order !== null && order !== proved && Math.min(first, second) <= 12) {
    const words = order === 'dmy' ? `day ${first}, month ${second}` : `month ${first}, day ${second}`;
    return { kind: 'impossible', reason: `no such date: the column reads ${words}` };
  }
  const dayFirst = (proved === 'either' ? (order ?? 'dmy') : proved) === 'dmy';
  return dayFirst ? civil([year, second, first], proved, text) : civil([year, first, second], proved, text);
}

function inWords(text: string): DateReading | null {
  if (!/\p{L}/u.test(text)) return null;
  const words = plainText(text.replace(/(\d)(?:st|nd|rd|th|er|º|ª|°|o)\b\.?/giu, '$1').replace(/[º°]/g, ' '))
    .replace(/(\d)(\p{L})/gu, '$1 $2')
    .split(' ')
    .filter((word) => !fillerWords.has(word));
  const named = words.filter((word) => monthNumber(word) !== null);
  const figures = words.filter((word) => /^\d+$/.test(word));
  const others = words.filter(
    (word) => !named.includes(word) && !figures.includes(word) && !weekdays.test(word),
  );
  const names = named.filter((word) => named.length === 1 || !weekdays.test(word));
  const month = monthNumber(names[0] ?? '');
  if (month === null || names.length !== 1 || others.length > 0) return null;
  const [first = '', second = ''] = figures;
  if (figures.length === 1 && /^\d{4}$/.test(first)) return civil([Number(first), month, null], null, text);
  if (figures.length === 1 && /^\p{L}+\.?[-/' ]+\d{2}$/u.test(text))
    return civil([fullYear(first), month, null], null, text);
  if (figures.length !== 2) return null;
  if (/^\d{4}$/.test(first) && /^\d{1,2}$/.test(second))
    return civil([Number(first), month, Number(second)], null, text);
  if (!/^\d{1,2}$/.test(first) || !/^(?:\d{2}|\d{4})$/.test(second)) return null;
  return civil([fullYear(second), month, Number(first)], null, text);
}

/** Two figures are 1969 to 2068, as POSIX reads them. */
function fullYear(figures: string): number {
  const year = Number(figures);
  return figures.length > 2 ? year : year + (year < 69 ? 2000 : 1900);
}

type Order = Extract<DateReading, { readonly kind: 'date' }>['order'];

/** A day of the calendar, or of a month alone its first; impossible with the reason otherwise. */
function civil(
  parts: readonly [year: number, month: number, day: number | null],
  order: Order,
  text: string,
): DateReading {
  const [year, month, day] = parts;
  const impossible = (why: string): DateReading => ({ kind: 'impossible', reason: `no such date: ${why}` });
  if (year < 1600 || year > 2200) return impossible(`the year of \`${text}\` would be ${year}`);
  if (month < 1 || month > 12) return impossible(`there is no month ${month}`);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day !== null && (day < 1 || day > last)) return impossible(`that month has ${last} days, not ${day}`);
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day ?? 1).padStart(2, '0')}`;
  return { kind: 'date', date, precision: day === null ? 'month' : 'day', order };
}
