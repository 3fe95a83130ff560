import { describe, expect, it } from 'vitest';
import { rateColumns, readRates } from './read-rates.ts';

const eur = { base: 'EUR', perBase: false };

function rows(...cells: readonly (readonly [string, string, string])[]) {
  return cells.map(([currency, day, rate], at) => ({ line: at + 2, currency, day, rate }));
}

function ratesOf(given: ReturnType<typeof rows>, options = eur) {
  const read = readRates(given, options);
  return read.kind === 'rates' ? read.rates : read.faults;
}

describe('a table of rates', () => {
  it('gives each rate until the next day of its currency', () => {
    expect(
      ratesOf(
        rows(
          ['USD', '2026-02-01', '0.91'],
          ['GBP', '2026-01-01', '1.15'],
          ['usd', '2026-01-01', '0.92'],
          ['EUR', '2026-01-01', '1'],
        ),
      ),
    ).toEqual([
      { currency: 'GBP', day: '2026-01-01', until: null, rate: 1.15 },
      { currency: 'USD', day: '2026-01-01', until: '2026-02-01', rate: 0.92 },
      { currency: 'USD', day: '2026-02-01', until: null, rate: 0.91 },
    ]);
  });

  it('is turned round where it says what one unit of the base buys', () => {
    const [rate] = ratesOf(rows(['USD', '2026-01-01', '1.25']), { base: 'EUR', perBase: true });
    expect(rate).toMatchObject({ currency: 'USD', rate: 0.8 });
  });

  it('is read by the one decimal mark of all its rates', () => {
    const marks = (texts: readonly string[]) =>
      ratesOf(rows(...texts.map((text, at) => ['USD', `2026-01-0${at + 1}`, text] as const))).map((each) =>
        'rate' in each ? each.rate : each.reason,
      );
    expect(marks(['0,925', '1,085'])).toEqual([0.925, 1.085]);
    expect(marks(['17,234.5', '0.925', '17,234'])).toEqual([17_234.5, 0.925, 17_234]);
    expect(marks(['1.234,5', '1.085'])).toEqual([1234.5, 1085]);
  });

  it('is not believed where a row cannot be read, and each is named', () => {
    expect(
      ratesOf(
        rows(
          ['Dollar', '2026-01-01', '0.92'],
          ['USD', 'soon', '0.92'],
          ['USD', '2026-01-02', '0'],
          ['USD', '2026-01-03', ''],
          ['EUR', '2026-01-03', '1.1'],
        ),
      ),
    ).toMatchObject([{ line: 2 }, { line: 3 }, { line: 4 }, { line: 5 }, { line: 6 }]);
  });

  it('says one rate of a day once or alike, never two', () => {
    const same = ['USD', '2026-01-01', '0.92'] as const;
    expect(ratesOf(rows(same, same))).toHaveLength(1);
    expect(ratesOf(rows(same, ['USD', '2026-01-01', '0.93']))).toMatchObject([{ line: 3 }]);
  });

  it('takes no day for granted that reads both day first and month first', () => {
    expect(ratesOf(rows(['USD', '03/04/2026', '0.92']))).toMatchObject([{ line: 2 }]);
    expect(ratesOf(rows(['USD', '03/04/2026', '0.92'], ['USD', '25/04/2026', '0.9']))).toMatchObject([
      { day: '2026-04-03' },
      { day: '2026-04-25' },
    ]);
  });

  it('has its columns found by their headers in several languages', () => {
    expect(rateColumns(['Fecha', 'Divisa', 'Tipo de cambio'])).toEqual({
      currency: 'Divisa',
      day: 'Fecha',
      rate: 'Tipo de cambio',
    });
    expect(rateColumns(['Date', 'USD'])).toEqual({ currency: null, day: 'Date', rate: null });
  });
});
