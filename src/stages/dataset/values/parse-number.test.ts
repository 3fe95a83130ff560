import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber, scaleNumber } from './parse-number.ts';

const plainNumbers = { decimal: null, scale: 1 } as const;
const comma = { decimal: ',', scale: 1 } as const;
const dot = { decimal: '.', scale: 1 } as const;

describe('parseNumber', () => {
  it.each([
    ['1.234,56', 1234.56],
    ['1,234.56', 1234.56],
    ['1 234,56', 1234.56],
    ['1\u00a0234,56', 1234.56],
    ['1\u202f234\u202f567', 1234567],
    ["1'234.56", 1234.56],
    ['1’234’567', 1234567],
    ['12,34,567.8', 1234567.8],
    ['1.234.567', 1234567],
    ['1234.567', 1234.567],
    ['0.125', 0.125],
    ['.5', 0.5],
    ['5.', 5],
    ['12,5', 12.5],
    ['12%', 12],
    ['12,5 %', 12.5],
    ['(1,200)', -1200],
    ['5-', -5],
    ['−5', -5],
    ['+5', 5],
    ["'00012", 12],
    ['1.2E+06', 1200000],
    ['1e5', 100000],
    ['-0', 0],
  ])('`%s` on its own is %d', (text, value) => {
    expect(parseNumber(text, plainNumbers)).toEqual({ kind: 'value', value });
  });

  it('a mark before exactly three digits parts thousands when nothing else is known', () => {
    expect(parseNumber('1.234', plainNumbers)).toEqual({ kind: 'value', value: 1234 });
    expect(parseNumber('1.234', dot)).toEqual({ kind: 'value', value: 1.234 });
    expect(parseNumber('1.234', comma)).toEqual({ kind: 'value', value: 1234 });
  });

  it('marks against those of the column are a misfit and say so', () => {
    expect(parseNumber('12,5', dot)).toEqual({
      kind: 'misfit',
      reason: 'its marks do not fit a column whose decimal mark is `.`',
    });
    expect(parseNumber('12.5', comma).kind).toBe('misfit');
    expect(parseNumber('1,234.5', comma).kind).toBe('misfit');
  });

  it.each(['abc', '1.2.3', '12a', '--5', '(−5)', '1,23', '1 2', '12-13', '½', '10²', '1..2', '€5', '%'])(
    '`%s` in a column with points is no number',
    (text) => expect(parseNumber(text, dot).kind).toBe('misfit'),
  );

  it.each(['', 'n/a', '-', 'Unknown', '#N/A'])('`%s` is blank', (text) => {
    expect(parseNumber(text, dot)).toEqual({ kind: 'blank' });
  });

  it('the factor of the header multiplies without binary dust', () => {
    expect(parseNumber('1.1', { decimal: '.', scale: 1000 })).toEqual({ kind: 'value', value: 1100 });
    expect(scaleNumber(0.07, 100)).toBe(7);
  });

  it.each(['en', 'de', 'es', 'it', 'pt', 'fr', 'de-CH', 'en-IN', 'sv'])(
    'reads what Intl writes in %s',
    (locale) => {
      const formatter = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: true });
      const decimal = formatter.formatToParts(1.5).find(({ type }) => type === 'decimal')?.value as '.' | ',';
      fc.assert(
        fc.property(fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }), (cents) => {
          const value = cents === 0 ? 0 : cents / 100;
          expect(parseNumber(formatter.format(value), { decimal, scale: 1 })).toEqual({
            kind: 'value',
            value,
          });
        }),
      );
    },
  );

  it('never throws and never gives a number that is not finite', () => {
    const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[-+()0-9., '%eE]{0,30}$/));
    fc.assert(
      fc.property(texts, fc.constantFrom('.', ',', null), (text, decimal) => {
        const reading = parseNumber(text, { decimal, scale: 1 });
        return reading.kind !== 'value' || Number.isFinite(reading.value);
      }),
    );
  });
});
