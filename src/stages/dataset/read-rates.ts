import { foldText } from '../../base/expr/index.ts';
import { decideDateOrder } from './decide-date-order.ts';
import { parseDate, parseNumber } from './values/index.ts';

/** One rate: what one unit of a currency is worth in the base, from a day on. */
export interface Rate {
  readonly currency: string;
  readonly day: string;
  /** The day of the next rate of the currency; null when there is none. */
  readonly until: string | null;
  readonly rate: number;
}

/** The cells of one row of a rate table, with its line in the file. */
export interface RateRow {
  readonly line: number;
  readonly currency: string;
  readonly day: string;
  readonly rate: string;
}

/** A row that cannot be read. */
export interface RateFault {
  readonly line: number;
  readonly reason: string;
}

/** What a table of rates says, or the rows for which it cannot be believed. */
export type RatesReading =
  | { readonly kind: 'rates'; readonly rates: readonly Rate[] }
  | { readonly kind: 'faults'; readonly faults: readonly RateFault[] };

const headers = {
  currency:
    'currency, currency code, code, iso, iso code, from, moneda, divisa, valuta, moeda, devise, monnaie, wahrung',
  day: 'date, day, on, rate date, valid from, fecha, dia, data, giorno, jour, datum, tag',
  rate: 'rate, exchange rate, fx rate, value, tipo, tipo de cambio, tasa, cambio, tasso, tasso di cambio, taxa, taux, taux de change, kurs, wechselkurs',
} as const;

/** Which of the headers hold the currency, the day and the rate; null where none does. */
export function rateColumns(given: readonly string[]): Readonly<Record<keyof typeof headers, string | null>> {
  const find = (words: string) => {
    const known = words.split(', ');
    return given.find((header) => known.includes(foldText(header))) ?? null;
  };
  return { currency: find(headers.currency), day: find(headers.day), rate: find(headers.rate) };
}

/**
 * Reads a table of dated rates against one base. All rows must be readable: a rate that is left out unnoticed would
 * let an older one count.
 *
 * @param perBase true when the rates say how much of the currency one unit of the base buys, as central banks write them
 *
 * @example
 * readRates([{ line: 2, currency: 'USD', day: '2026-01-02', rate: '0.92' }], { base: 'EUR', perBase: false });
 */
export function readRates(
  rows: readonly RateRow[],
  { base, perBase }: { readonly base: string; readonly perBase: boolean },
): RatesReading {
  const decimal = decimalOf(rows.map(({ rate }) => rate));
  const dates = decideDateOrder(
    rows.map(({ day }) => ({ value: day, count: 1 })),
    null,
  );
  const format = { dateOrder: dates.decided ? dates.order : null };
  const faults: RateFault[] = [];
  const found = new Map<string, Omit<Rate, 'until'>>();
  for (const row of rows) {
    const read = dates.decided
      ? readRate(row, { base, perBase, decimal, format })
      : 'its day reads both day first and month first, as all do: write days as 2026-01-31';
    if (read === null) continue;
    const same = typeof read === 'string' ? undefined : found.get(`${read.currency} ${read.day}`);
    if (typeof read === 'string') faults.push({ line: row.line, reason: read });
    else if (same !== undefined && same.rate !== read.rate)
      faults.push({ line: row.line, reason: `a second, different rate of ${read.currency} on ${read.day}` });
    else found.set(`${read.currency} ${read.day}`, read);
  }
  return faults.length > 0
    ? { kind: 'faults', faults }
    : { kind: 'rates', rates: inTime([...found.values()]) };
}

interface RateFormat {
  readonly base: string;
  readonly perBase: boolean;
  readonly decimal: '.' | ',';
  readonly format: { readonly dateOrder: 'dmy' | 'mdy' | null };
}

/** The rate of one row, why it cannot be read, or null for the base itself. */
function readRate(
  { currency: code, day, rate: written }: RateRow,
  { base, perBase, decimal, format }: RateFormat,
): Omit<Rate, 'until'> | string | null {
  const currency = code.trim().toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency)) return `\`${code}\` is no code of a currency such as USD`;
  const on = parseDate(day, format);
  if (on.kind !== 'value') return `\`${day}\` is no day`;
  const rate = parseNumber(written, { decimal, scale: 1 });
  if (rate.kind !== 'value' || !(rate.value > 0)) return `\`${written}\` is no rate above 0`;
  if (currency === base) return rate.value === 1 ? null : `the rate of the base ${base} can only be 1`;
  return { currency, day: on.value, rate: perBase ? 1 / rate.value : rate.value };
}

/** By currency and day, each valid until the next of its currency. */
function inTime(rates: readonly Omit<Rate, 'until'>[]): readonly Rate[] {
  const order = ({ currency, day }: Omit<Rate, 'until'>) => `${currency} ${day}`;
  const sorted = rates.toSorted((one, two) => (order(one) < order(two) ? -1 : 1));
  return sorted.map((rate, at) => {
    const next = sorted[at + 1];
    return { ...rate, until: next?.currency === rate.currency ? next.day : null };
  });
}

/** Rates are written with a decimal mark: where both marks stand in a rate the last, else the one there is. */
function decimalOf(texts: readonly string[]): '.' | ',' {
  const both = texts.find((text) => text.includes('.') && text.includes(','));
  if (both !== undefined) return both.lastIndexOf('.') > both.lastIndexOf(',') ? '.' : ',';
  return texts.some((text) => text.includes('.')) ? '.' : ',';
}
