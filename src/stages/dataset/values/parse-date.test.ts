import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from './parse-date.ts';

const dmy = { dateOrder: 'dmy' } as const;
const mdy = { dateOrder: 'mdy' } as const;
const open = { dateOrder: null } as const;

describe('parseDate', () => {
  it.each([
    ['2024-01-03', '2024-01-03'],
    ['2024/1/3', '2024-01-03'],
    ['2024.01.03', '2024-01-03'],
    ['2024-01-03T23:30:00-05:00', '2024-01-03'],
    ['2024-01-03T23:30:00.123Z', '2024-01-03'],
    ['2024-01-03 10:00', '2024-01-03'],
    ['26-02-2018 19:58', '2018-02-26'],
    ['12/25/2023 3:04 PM', '2023-12-25'],
    ['14/3/24', '2024-03-14'],
    ['3/14/24', '2024-03-14'],
    ['31.12.1999', '1999-12-31'],
    ['01/02/69', '1969-02-01'],
    ['01/02/68', '2068-02-01'],
    ['3 Jan 2024', '2024-01-03'],
    ['03-Jan-24', '2024-01-03'],
    ['Jan 3, 2024', '2024-01-03'],
    ['January 3rd, 2024', '2024-01-03'],
    ['Mon, 3 Jan 2024', '2024-01-03'],
    ['Wed Jan 03 2024 00:00:00 GMT+0100 (CET)', '2024-01-03'],
    ['3 de enero de 2024', '2024-01-03'],
    ['lunes, 4 de marzo de 2024', '2024-03-04'],
    ['3 gennaio 2024', '2024-01-03'],
    ['15 ago 2023', '2023-08-15'],
    ['1º de março de 2024', '2024-03-01'],
    ['1er janvier 2024', '2024-01-01'],
    ['15 août 2023', '2023-08-15'],
    ['3. März 2024', '2024-03-03'],
    ['3. Dez. 2024', '2024-12-03'],
    ['29/02/2024', '2024-02-29'],
    ['45321', '2024-01-30'],
    ['45321.75', '2024-01-30'],
    ['20240103', '2024-01-03'],
    ['1704240000', '2024-01-03'],
    ['1704240000000', '2024-01-03'],
  ])('`%s` is %s', (text, value) => {
    expect(parseDate(text, open)).toEqual({ kind: 'value', value });
  });

  it.each([
    ['Jan 2024', '2024-01-01'],
    ['Jan-24', '2024-01-01'],
    ['marzo 2024', '2024-03-01'],
    ['2024-03', '2024-03-01'],
    ['03/2024', '2024-03-01'],
  ])('`%s`, a month, is its first day', (text, value) => {
    expect(parseDate(text, open)).toEqual({ kind: 'value', value });
  });

  it('the order of the column decides what reads both ways, and day first without one', () => {
    expect(parseDate('03/04/2024', dmy)).toEqual({ kind: 'value', value: '2024-04-03' });
    expect(parseDate('03/04/2024', mdy)).toEqual({ kind: 'value', value: '2024-03-04' });
    expect(parseDate('03/04/2024', open)).toEqual({ kind: 'value', value: '2024-04-03' });
  });

  it.each([
    ['31/02/2025', dmy, 'no such date: that month has 28 days, not 31'],
    ['29/02/2023', dmy, 'no such date: that month has 28 days, not 29'],
    ['2023-13-01', open, 'no such date: there is no month 13'],
    ['10/20/2016', dmy, 'no such date: the column reads day 10, month 20'],
    ['20/10/2016', mdy, 'no such date: the column reads month 20, day 10'],
    ['01/01/0204', dmy, 'no such date: the year of `01/01/0204` would be 204'],
    ['2024', open, 'not a date'],
    ['about 4 years', open, 'not a date'],
    ['Q1 2024', open, 'not a date'],
    ['1/2/3', open, 'not a date'],
    ['3 mins', open, 'not a date'],
    ['Marketing 12 2024', open, 'not a date'],
  ])('`%s` is a misfit', (text, format, reason) => {
    expect(parseDate(text, format)).toEqual({ kind: 'misfit', reason });
  });

  it.each(['', '-', 'n/a', '0000-00-00', '00/01/1900'])('`%s` is blank', (text) => {
    expect(parseDate(text, open)).toEqual({ kind: 'blank' });
  });

  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });

  it.each([
    ['en-US', mdy],
    ['en-GB', dmy],
    ['es', dmy],
    ['it', dmy],
    ['pt', dmy],
    ['fr', dmy],
    ['de', dmy],
  ])('reads every day as Intl writes it in %s, in figures and in words', (locale, order) => {
    const figures = new Intl.DateTimeFormat(locale, {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      timeZone: 'UTC',
    });
    const long = new Intl.DateTimeFormat(locale, {
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      timeZone: 'UTC',
    });
    const short = new Intl.DateTimeFormat(locale, {
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      timeZone: 'UTC',
    });
    fc.assert(
      fc.property(days, (day) => {
        const value = day.toISOString().slice(0, 10);
        for (const formatter of [figures, long, short]) {
          expect(parseDate(formatter.format(day), order)).toEqual({ kind: 'value', value });
        }
      }),
    );
  });

  it('never throws, and a date is always a day of the calendar', () => {
    const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[0-9/.\-: ]{0,20}$/));
    fc.assert(
      fc.property(texts, fc.constantFrom('dmy', 'mdy', null), (text, dateOrder) => {
        const reading = parseDate(text, { dateOrder });
        if (reading.kind !== 'value') return true;
        return new Date(`${reading.value}T00:00:00Z`).toISOString().startsWith(reading.value);
      }),
    );
  });
});
