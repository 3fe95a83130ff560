import type { MoneyFormat } from './formats.ts';
import { type Amount, readAmount } from './read-amount.ts';
import { readRange } from './read-range.ts';

/** Two ends of an amount, both inclusive; an open end is infinite. */
export interface BandReading {
  readonly low: number;
  readonly high: number;
  /** The ends that were written. */
  readonly ends: readonly Amount[];
  /** True for `more than` and `less than`: the written end itself is outside. */
  readonly exclusive: boolean;
}

const longestBand = 60;
const roughly =
  /^(?:approx(?:imately)?|about|around|roughly|circa|ca|aprox|aproximadamente|unos|unas|environ|etwa|rund|c)(?:\.|\s)\s*|^~\s*/;

/** Text as the readers of amounts take it: lower case, without accents, spaces as one. */
function lowerAmount(text: string): string {
  const lower = text.toLowerCase();
  if (/^[!-~]*$/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim();
}

/**
 * Reads an amount or a band of amounts. In `10-50M` the factor is of both ends, unless the low end would then be
 * the larger. Null when it is none; ends in the wrong order are returned as they stand.
 */
export function readBand(text: string, format: MoneyFormat): BandReading | null {
  if (text.length > longestBand || !/\d/.test(text)) return null;
  const lower = lowerAmount(text).replace(roughly, '');
  const exact = readAmount(lower, format);
  if (exact !== null) return { low: exact.value, high: exact.value, ends: [exact], exclusive: false };
  const range = readRange(lower);
  if (range === null) return null;
  if (range.kind === 'between') return between(range.low, range.high, format);
  const end = readAmount(range.end, format);
  if (end === null) return null;
  const open =
    range.kind === 'from' ? { low: end.value, high: Infinity } : { low: -Infinity, high: end.value };
  return { ...open, ends: [end], exclusive: range.exclusive };
}

function between(lowText: string, highText: string, format: MoneyFormat): BandReading | null {
  const low = readAmount(lowText, format);
  const high = readAmount(highText, format);
  if (low === null || high === null) return null;
  const inherits = low.factor === null && high.factor !== null && low.bare < high.bare;
  const from = inherits ? readAmount(lowText, { ...format, scale: high.factor ?? 1 }) : low;
  return from === null ? null : { low: from.value, high: high.value, ends: [from, high], exclusive: false };
}
