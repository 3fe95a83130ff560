import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMoney } from './parse-money.ts';

const plain = { decimal: null, currency: null, scale: 1 } as const;

describe('parseMoney', () => {
  it.each([
    ['€1.2m', 1_200_000, 'EUR'],
    ['1,2 M€', 1_200_000, 'EUR'],
    ['1.2m EUR', 1_200_000, 'EUR'],
    ['$10k', 10_000, 'USD'],
    ['US$ 10k', 10_000, 'USD'],
    ['USD 1.5 bn', 1_500_000_000, 'USD'],
    ['12 mil €', 12_000, 'EUR'],
    ['R$ 5 mil', 5_000, 'BRL'],
    ['R$ 1.234,56', 1234.56, 'BRL'],
    ['£10', 10, 'GBP'],
    ["CHF 1'200.50", 1200.5, 'CHF'],
    ['1.200.000 EUR', 1_200_000, 'EUR'],
    ['1.200 €', 1_200, 'EUR'],
    ['12 mil millones de euros', 12_000_000_000, 'EUR'],
    ['1,5 millones de €', 1_500_000, 'EUR'],
    ['3 milioni di euro', 3_000_000, 'EUR'],
    ['5 Mio. €', 5_000_000, 'EUR'],
    ['2 Mrd. €', 2_000_000_000, 'EUR'],
    ['T€ 50', 50_000, 'EUR'],
    ['50 TEUR', 50_000, 'EUR'],
    ['kEUR 12', 12_000, 'EUR'],
    ['(€1,000)', -1_000, 'EUR'],
    ['-$5', -5, 'USD'],
    ['$-5', -5, 'USD'],
    ['$1,200 CAD', 1_200, 'CAD'],
    ['CA$1,200', 1_200, 'CAD'],
    ['1 200 kr', 1_200, null],
    ['€500 per year', 500, 'EUR'],
    ['€500/year', 500, 'EUR'],
    ['€ 500 p.a.', 500, 'EUR'],
    ['5 lakh INR', 500_000, 'INR'],
    ['1,000,000.00', 1_000_000, null],
  ])('`%s` is %d %s', (text, value, currency) => {
    expect(parseMoney(text, plain)).toEqual({ kind: 'value', value: { low: value, high: value, currency } });
  });

  it.each([
    ['€1.2k', ',', 1_200],
    ['€2,5m', '.', 2_500_000],
    ['€1.200k', ',', 1_200_000],
    ['18.000', ',', 18_000],
  ] as const)('`%s` where `%s` is the decimal mark of the column is %d', (text, decimal, value) => {
    expect(parseMoney(text, { decimal, currency: 'EUR', scale: 1 })).toEqual({
      kind: 'value',
      value: { low: value, high: value, currency: 'EUR' },
    });
  });

  it('a sum written in full with the other mark stays a misfit', () => {
    expect(parseMoney('12,5 €', { decimal: '.', currency: 'EUR', scale: 1 }).kind).toBe('misfit');
  });

  it.each([
    ['$10M-$50M', 10e6, 50e6, 'USD'],
    ['€10-50M', 10e6, 50e6, 'EUR'],
    ['10 - 50 M€', 10e6, 50e6, 'EUR'],
    ['€500k – €1m', 500e3, 1e6, 'EUR'],
    ['€ 1.000 - € 5.000', 1_000, 5_000, 'EUR'],
    ['>$1m', 1e6, Infinity, 'USD'],
    ['100k+', 100e3, Infinity, null],
    ['$1B+', 1e9, Infinity, 'USD'],
    ['más de 1 M€', 1e6, Infinity, 'EUR'],
    ['bis 50 Tsd. €', -Infinity, 50e3, 'EUR'],
    ['under $1M', -Infinity, 1e6, 'USD'],
    ['between 1 and 5 million euros', 1e6, 5e6, 'EUR'],
  ])('`%s` is a band', (text, ...[low, high, currency]) => {
    expect(parseMoney(text, plain)).toEqual({ kind: 'value', value: { low, high, currency } });
  });

  it('the currency of the column is that of sums that name none, and tells one dollar from another', () => {
    const pesos = { decimal: null, currency: 'MXN', scale: 1 } as const;
    expect(parseMoney('1,200', pesos)).toMatchObject({ value: { currency: 'MXN' } });
    expect(parseMoney('$1,200', pesos)).toMatchObject({ value: { currency: 'MXN' } });
    expect(parseMoney('€1,200', pesos)).toMatchObject({ value: { currency: 'EUR' } });
    expect(parseMoney('200 kr', { ...pesos, currency: 'SEK' })).toMatchObject({ value: { currency: 'SEK' } });
  });

  it('the factor of the header is of sums that state none', () => {
    const thousands = { decimal: '.', currency: 'EUR', scale: 1000 } as const;
    expect(parseMoney('1.1', thousands)).toMatchObject({ value: { low: 1100 } });
    expect(parseMoney('€1.2m', thousands)).toMatchObject({ value: { low: 1_200_000 } });
  });

  it.each([
    ['$5 mil', 'beside this currency `mil` may be a thousand or a million'],
    ['€500/month', 'not a sum of money'],
    ['5 apples', 'not a sum of money'],
    ['hello', 'not a sum of money'],
    ['€5-$10', 'its two ends are in two currencies'],
    ['€50m - €10m', 'its low end is above its high end'],
    ['€5 €6', 'not a sum of money'],
  ])('`%s` is a misfit', (text, reason) => {
    expect(parseMoney(text, plain)).toEqual({ kind: 'misfit', reason });
  });

  it.each(['', '-', 'n/a', 'Undisclosed'])('`%s` is blank', (text) => {
    expect(parseMoney(text, plain)).toEqual({ kind: 'blank' });
  });

  it.each([
    ['de', 'EUR'],
    ['es', 'EUR'],
    ['en', 'USD'],
    ['en-GB', 'GBP'],
    ['pt-BR', 'BRL'],
    ['fr', 'EUR'],
    ['it', 'EUR'],
    ['de-CH', 'CHF'],
  ])('reads sums as Intl writes them in %s', (locale, currency) => {
    const formatter = new Intl.NumberFormat(locale, { style: 'currency', currency });
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (cents) => {
        const value = cents === 0 ? 0 : cents / 100;
        const reading = parseMoney(formatter.format(value), plain);
        expect(reading).toEqual({ kind: 'value', value: { low: value, high: value, currency } });
      }),
    );
  });

  it('never throws, and a sum never has a low end above its high end', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[€$kKmM0-9., \-+<>to]{0,30}$/),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const reading = parseMoney(text, plain);
        return reading.kind !== 'value' || reading.value.low <= reading.value.high;
      }),
    );
  });
});
