import type { TextCount } from '../../stages/dataset/index.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const mangled = /^(?:(\d{1,2})-([a-z]{3})|([a-z]{3})-(\d{1,2}))$/i;
const band = /^\d+\s*[-–]\s*\d+$/;

/** A band that a spreadsheet took for a date, and the band that it was. */
export interface MangledBand extends TextCount {
  readonly was: string;
}

/**
 * Bands that a spreadsheet turned into dates: `5-20` into `May-20`, `1-5` into `01-May`. Only beside bands that are
 * still written as such: a column of days is none of this.
 *
 * @example
 * spreadsheetDates([{ value: '50-200', count: 9 }, { value: 'May-20', count: 4 }]);
 * // [{ value: 'May-20', count: 4, was: '5-20' }]
 */
export function spreadsheetDates(values: readonly TextCount[]): readonly MangledBand[] {
  if (!values.some(({ value }) => band.test(value))) return [];
  return values.flatMap((each) => {
    const was = bandOf(each.value);
    return was === null ? [] : [{ ...each, was }];
  });
}

function bandOf(text: string): string | null {
  const [, low, highMonth, lowMonth, high] = mangled.exec(text) ?? [];
  const month = months.indexOf((highMonth ?? lowMonth ?? '').toLowerCase()) + 1;
  if (month === 0) return null;
  const [from, to] = low === undefined ? [month, Number(high)] : [Number(low), month];
  return from < to ? `${from}-${to}` : null;
}
