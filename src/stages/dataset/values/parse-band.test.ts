import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBand } from './parse-band.ts';

const plain = { decimal: null, scale: 1 } as const;

describe('parseBand', () => {
  it.each([
    ['51-200', 51, 200],
    ['51 – 200', 51, 200],
    ['51—200', 51, 200],
    ['51 to 200', 51, 200],
    ['51...200', 51, 200],
    ['51 ~ 200', 51, 200],
    ['between 10 and 50', 10, 50],
    ['entre 10 y 50', 10, 50],
    ['de 10 a 50', 10, 50],
    ['da 10 a 50', 10, 50],
    ['tra 10 e 50', 10, 50],
    ['entre 10 e 50', 10, 50],
    ['de 10 à 50', 10, 50],
    ['von 10 bis 50', 10, 50],
    ['zwischen 10 und 50', 10, 50],
    ['1.000-5.000', 1_000, 5_000],
    ['501-1,000', 501, 1_000],
    ['1 001 - 5 000', 1_001, 5_000],
    ['1-5k', 1_000, 5_000],
    ['11-50 employees', 11, 50],
    ['11-50 empleados', 11, 50],
    ['1 - 9 Mitarbeiter', 1, 9],
    ['10k+', 10_000, Infinity],
    ['10,001+ employees', 10_001, Infinity],
    ['10.001+', 10_001, Infinity],
    ['1000 or more', 1_000, Infinity],
    ['50 o más', 50, Infinity],
    ['10 ou plus', 10, Infinity],
    ['10 und mehr', 10, Infinity],
    ['≥ 50', 50, Infinity],
    ['ab 50', 50, Infinity],
    ['at least 50', 50, Infinity],
    ['>1000', 1_001, Infinity],
    ['more than 1,000', 1_001, Infinity],
    ['más de 50', 51, Infinity],
    ['oltre 50', 51, Infinity],
    ['mehr als 50', 51, Infinity],
    ['<10', -Infinity, 9],
    ['menos de 10', -Infinity, 9],
    ['meno di 10', -Infinity, 9],
    ['moins de 10', -Infinity, 9],
    ['weniger als 10', -Infinity, 9],
    ['bis 50', -Infinity, 50],
    ['up to 50', -Infinity, 50],
    ['hasta 50', -Infinity, 50],
    ["jusqu'à 50", -Infinity, 50],
    ['até 50', -Infinity, 50],
    ['50', 50, 50],
    ['ca. 50', 50, 50],
    ['~50', 50, 50],
    ['1.2k', 1_200, 1_200],
    ['-5', -5, -5],
    ['50 employees', 50, 50],
  ])('`%s` is %d to %d', (text, low, high) => {
    expect(parseBand(text, plain)).toEqual({ kind: 'value', value: { low, high } });
  });

  it('more than a fraction begins at the fraction', () => {
    expect(parseBand('> 0.5', plain)).toEqual({ kind: 'value', value: { low: 0.5, high: Infinity } });
  });

  it.each([
    ['05-10', 'a spreadsheet turned the band into a date: probably 5-10'],
    ['Oct-50', 'a spreadsheet turned the band into a date: probably 10-50'],
    ['10-May', 'a spreadsheet turned the band into a date: probably 5-10'],
    ['01-Feb', 'a spreadsheet turned the band into a date: probably 1-2'],
    ['200-51', 'its low end is above its high end'],
    ['2024-01-03', 'not a number or a band of numbers'],
    ['10-20-30', 'not a number or a band of numbers'],
    ['self-employed', 'not a number or a band of numbers'],
    ['€5', 'a sum of money in a column of numbers'],
  ])('`%s` is a misfit', (text, reason) => {
    expect(parseBand(text, plain)).toEqual({ kind: 'misfit', reason });
  });

  it('reads back any band that is written with a dash', () => {
    const end = fc.integer({ min: 0, max: 9_999_999 });
    fc.assert(
      fc.property(end, end, fc.constantFrom('-', ' - ', '–', ' to ', ' bis '), (a, b, dash) => {
        const [low, high] = a <= b ? [a, b] : [b, a];
        expect(parseBand(`${low}${dash}${high}`, plain)).toEqual({ kind: 'value', value: { low, high } });
      }),
    );
  });

  it('never throws, and a band never has a low end above its high end', () => {
    const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[kKmM0-9., \-+<>to]{0,40}$/));
    fc.assert(
      fc.property(texts, (text) => {
        const reading = parseBand(text, plain);
        return reading.kind !== 'value' || reading.value.low <= reading.value.high;
      }),
    );
  });
});
