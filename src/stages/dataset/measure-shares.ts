import type { ReadText, ShareName } from './column-profile.ts';
import type { ValueFormat } from './types.ts';
import {
  type BandReading,
  type NumberReading,
  normalizeDomain,
  parseBand,
  parseBoolean,
  parseCountry,
  parseDate,
  parseEmail,
  parseOutcome,
  readAge,
  readBand,
  readDate,
  readNumber,
  readSerialDate,
  sumOf,
} from './values/index.ts';

const earliestYear = 1800;
const latestYear = 2100;

const longestWords = 60;

/** How a text is read that says all by itself. */
export const PLAIN = { decimal: null, scale: 1, currency: null } as const;

/** A text as an amount or a band of amounts, and as a number. */
interface Readings {
  readonly amount: BandReading | null;
  readonly number: NumberReading | null;
}

type Test = (text: string, format: ValueFormat, read: Readings) => boolean;

const tests: Readonly<Record<ShareName, Test>> = {
  number: (_text, _format, { number }) => number !== null,
  band: (text, format) => parseBand(text, format).kind === 'value',
  money: (_, format, { amount }) => amount !== null && sumOf(amount, format).kind === 'value',
  currency: (_text, _format, { amount }) => amount?.ends.some((end) => end.currency !== undefined) ?? false,
  percent: (_text, _format, { number }) => number?.percent ?? false,
  year: (text) =>
    /^\d{4}(?:\.0)?$/.test(text.trim()) && Number(text) >= earliestYear && Number(text) <= latestYear,
  date: (text, format) => readDate(text, null) !== null && parseDate(text, format).kind === 'value',
  serial: (text) => readSerialDate(text) !== null,
  age: (text) => readAge(text) !== null,
  boolean: (text) => parseBoolean(text).kind === 'value',
  country: (text) => text.length <= longestWords && !/\d/.test(text) && parseCountry(text).kind === 'value',
  domain: (text) => text.includes('.') && !text.includes('@') && normalizeDomain(text) !== null,
  email: (text) => text.includes('@') && parseEmail(text).kind === 'value',
  outcome: (text) => text.length <= longestWords && parseOutcome(text, { stage: false }).kind === 'value',
  id: (text) => /^(?=.*\d)[\p{L}\d_.:#/-]+$/u.test(text.trim()),
};

const names = Object.keys(tests) as readonly ShareName[];

/** The share of filled cells that can be read as each, under one format. */
export function measureShares(
  values: readonly ReadText[],
  format: ValueFormat,
): Readonly<Record<ShareName, number>> {
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<ShareName, number>;
  let rows = 0;
  const isPlain = format.decimal === null && format.scale === 1 && format.currency === null;
  for (const { value, count, amount: plain } of values) {
    rows += count;
    const amount = isPlain ? plain : readBand(value, format);
    const read = { amount, number: readNumber(value, format.decimal) };
    for (const name of names) if (tests[name](value, format, read)) counts[name] += count;
  }
  for (const name of names) counts[name] = rows === 0 ? 0 : counts[name] / rows;
  return counts;
}
