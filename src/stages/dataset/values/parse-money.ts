import type { MoneyFormat } from './formats.ts';
import { isBlank } from './is-blank.ts';
import { blank, misfit, type Parsed, parsed } from './parsed.ts';
import { type BandReading, readBand } from './read-band.ts';

const milReason = 'beside this currency `mil` may be a thousand or a million';

/** A sum of money: `low` and `high` are equal when it is exact; an open end is infinite. */
export interface Money {
  readonly low: number;
  readonly high: number;
  /** ISO 4217 code; null when neither the text nor its column names one. */
  readonly currency: string | null;
}

/**
 * Reads a sum of money or a band of sums: `€1.2m`, `1,2 M€`, `$10k`, `USD 1.5 bn`, `12 mil €`, `$10M-$50M`, `>£1m`.
 * A bare `$` is US dollars and `¥` is yen unless the column has another dollar or yuan. `mil` is a thousand, and a
 * misfit beside a dollar or a pound, where it may mean a million. The header's factor applies only to numbers that
 * state none. A sum per month is a misfit: canonical money is a total or per year.
 *
 * @example
 * parseMoney('1,2 M€', { decimal: null, currency: null, scale: 1 });
 * // { kind: 'value', value: { low: 1200000, high: 1200000, currency: 'EUR' } }
 */
export function parseMoney(text: string, format: MoneyFormat): Parsed<Money> {
  const band = readBand(text, format);
  if (band === null)
    return isBlank(text, 'likely')
      ? blank
      : misfit(/\dmil\b|\bmil\b/i.test(text) ? milReason : 'not a sum of money');
  return sumOf(band, format);
}

/** The sum of money that an amount or a band is: its ends in order, in one currency. */
export function sumOf(band: BandReading, format: MoneyFormat): Parsed<Money> {
  if (band.low > band.high) return misfit('its low end is above its high end');
  const named = [...new Set(band.ends.map((end) => end.currency).filter((code) => code !== undefined))];
  if (named.length > 1) return misfit('its two ends are in two currencies');
  const currency = named[0] === undefined ? format.currency : named[0];
  return parsed({ low: band.low, high: band.high, currency });
}
