import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Numbers, shares, sums and dates as the language in use writes them. */
export interface Format {
  readonly language: string;
  /** `12,345`; at most two decimals unless more are asked for. */
  readonly number: (value: number, decimals?: number) => string;
  /** `69%`, `4.2%` below ten. */
  readonly share: (share: number) => string;
  /** `EUR 12,345`: a sum without a currency is a number. */
  readonly money: (value: number, currency: string | null) => string;
  /** A day, `YYYY-MM-DD` or ISO, as `30 Sep 2026`. */
  readonly day: (iso: string) => string;
  /** A moment as day and time. */
  readonly moment: (iso: string) => string;
  /** `a, b and c`. */
  readonly list: (items: readonly string[]) => string;
}

/** The formats of the language in use. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return useMemo(() => formatOf(i18n.language), [i18n.language]);
}

/** The formats of one language. */
export function formatOf(language: string): Format {
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const day = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const made = new Map<string, Intl.NumberFormat>();
  // Making a format costs a hundred times what using it does, and lists use hundreds.
  const numbers = (options: Intl.NumberFormatOptions) => {
    const key = JSON.stringify(options);
    const format = made.get(key) ?? new Intl.NumberFormat(language, options);
    made.set(key, format);
    return format;
  };
  return {
    language,
    number: (value, decimals = 2) => numbers({ maximumFractionDigits: decimals }).format(value),
    share: (share) => {
      const digits = share > 0 && share < 0.1 ? 1 : 0;
      const style = {
        style: 'percent',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      } as const;
      return numbers(style).format(share);
    },
    money: (value, currency) =>
      numbers({
        maximumFractionDigits: Math.abs(value) < 100 ? 2 : 0,
        ...(currency === null ? {} : { style: 'currency', currency }),
      }).format(value),
    day: (iso) => day.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)),
    moment: (iso) => moment.format(new Date(iso)),
    list: (items) => list.format(items),
  };
}
