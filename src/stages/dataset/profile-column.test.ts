import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTexts } from './columns-of.fixture.ts';
import { profileColumn } from './profile-column.ts';

function profile(header: string, texts: readonly string[]) {
  return profileColumn(header, countTexts(texts), texts.length);
}

function repeat(texts: readonly string[], times: number): readonly string[] {
  return Array.from({ length: times }, () => texts).flat();
}

describe('profileColumn', () => {
  it('decides the decimal mark by numbers that read only one way', () => {
    expect(profile('x', ['1.200', '850,5', '12']).format.decimal).toBe(',');
    expect(profile('x', ['1,200', '850.5', '12']).format.decimal).toBe('.');
    expect(profile('x', ['1.200.000', '1.234']).format.decimal).toBe(',');
    expect(profile('x', ['12', '300']).format.decimal).toBeNull();
  });

  it('reads a mark before three digits as thousands, unless larger numbers go without', () => {
    const grouped = profile('x', ['1.234', '12.500', '300']);
    expect(grouped.format.decimal).toBe(',');
    expect(grouped.notes).toEqual(['`1.234` is read as thousands']);
    expect(profile('x', ['1.234', '12.500', '45000']).format.decimal).toBe('.');
  });

  it('shows when both marks are used as decimals, and follows the more frequent', () => {
    const mixed = profile('x', ['1.5', '2.5', '3,5']);
    expect(mixed.format.decimal).toBe('.');
    expect(mixed.conflicts).toEqual(['2 numbers have a decimal point and 1 a decimal comma']);
    expect(mixed.kind).not.toBe('number');
  });

  it('a short form decides where sums in full leave it open, and never against one', () => {
    expect(profile('x', ['2700', '€3.200', '6,5k€']).format.decimal).toBe(',');
    expect(profile('x', ['€3.200', '€4.700', '1.2k€']).format.decimal).toBe(',');
  });

  it('a short form such as `€1.2k` does not decide the mark of sums written in full', () => {
    expect(profile('x', ['€1.2k', '€2.5m', '€900k', '1.234,56', '18.000']).format.decimal).toBe(',');
    expect(profile('x', ['€1.2m', '€2.5m', '150.000 €', '80.000 €']).format.decimal).toBe(',');
    expect(profile('x', ['$1.2m', '$1,2m', '150,000', '80,000']).format.decimal).toBe('.');
    expect(profile('x', ['€1.2m', '€900k', '250']).format.decimal).toBe('.');
    expect(profile('x', ['€1.2k', '1.234,56 €', '18.000']).kind).toBe('money');
  });

  it('shows when sums of money use both marks as decimals', () => {
    expect(profile('x', ['€1.50', '€2.50', '3,75 €']).conflicts).toEqual([
      '2 numbers have a decimal point and 1 a decimal comma',
    ]);
  });

  it('decides the order of dates by those that read only one way', () => {
    expect(profile('d', ['03/04/2024', '25/04/2024']).format.dateOrder).toBe('dmy');
    expect(profile('d', ['03/04/2024', '04/25/2024']).format.dateOrder).toBe('mdy');
    const open = profile('d', ['03/04/2024', '05/06/2024']);
    expect(open.format.dateOrder).toBe('dmy');
    expect(open.dates).toEqual({ dmy: 0, mdy: 0, either: 2 });
    expect(profile('d (mm/dd/yyyy)', ['03/04/2024']).format.dateOrder).toBe('mdy');
    expect(profile('d', ['2024-03-04']).format.dateOrder).toBeNull();
  });

  it('shows dates that contradict each other', () => {
    const mixed = profile('d', ['25/04/2024', '26/04/2024', '04/27/2024']);
    expect(mixed.format.dateOrder).toBe('dmy');
    expect(mixed.conflicts).toEqual(['2 dates can only be day first and 1 only month first']);
  });

  it('takes currency and factor from the header, or the one currency of the values', () => {
    expect(profile('Umsatz (T€)', ['1.200', '850,5']).format).toEqual({
      decimal: ',',
      dateOrder: null,
      currency: 'EUR',
      scale: 1_000,
      separator: null,
      blanks: [],
    });
    expect(profile('x', ['€5', '€6', '7']).format.currency).toBe('EUR');
    expect(profile('x', ['€5', '$6']).format.currency).toBeNull();
  });

  it.each([
    ['number', 'seats', ['1', '2', '3,000']],
    ['number', 'size', ['1-10', '11-50', '51-200', '1000+']],
    ['money', 'price', ['€5', '€6', '€1.2m']],
    ['date', 'd', ['2024-01-01', '2024-02-03']],
    ['boolean', 'b', ['yes', 'no', 'yes', 'Unknown']],
    ['year', 'year built', ['1999', '2004']],
    ['category', 'plan', repeat(['Basic', 'Pro', 'Team'], 5)],
    ['set', 'tags', ['a; b', 'b; c', 'a; c', 'a']],
    ['text', 'note', ['one long remark about this customer', 'another remark, quite different', 'a third']],
    ['text', 'zip', ['08001', '28013', '41001']],
    ['text', 'phone', ['600100200', '600100201', '600100202']],
  ])("an attribute of one's own is %s for `%s`", (kind, header, texts) => {
    expect(profile(header, texts).kind).toBe(kind);
  });

  it('becomes a number only when 98 of 100 values are, and says so otherwise', () => {
    const numbers = Array.from({ length: 98 }, (_, index) => String(index + 5));
    expect(profile('x', [...numbers, 'a lot', 'few']).kind).toBe('number');
    const short = profile('x', [...numbers, 'a lot', 'few', 'some']);
    expect(short.kind).not.toBe('number');
    expect(short.notes).toEqual(['most values can be read as number but not all, so it stays text']);
  });

  it('does not take an address or a sentence for a set', () => {
    const places = ['New York, NY, USA', 'Madrid, M, Spain', 'Boston, MA, USA'];
    expect(profile('office location', places).format.separator).toBeNull();
    expect(
      profile('remark', ['we met, talked and agreed', 'never again, sadly']).format.separator,
    ).toBeNull();
    expect(profile('tools', ['Slack, Excel', 'Excel, SAP', 'SAP, Slack']).format.separator).toBe(',');
  });

  it('a list of tools is a set even where few cells hold several', () => {
    const few = repeat(['Slack', 'SAP', 'Excel', 'Notion', 'Slack, SAP'], 4);
    expect(profile('Herramientas', few).format.separator).toBe(',');
    expect(profile('city', few).format.separator).toBeNull();
  });

  it('shows bands that a spreadsheet turned into dates', () => {
    expect(profile('employees', ['51-200', '11-50', 'Oct-50', 'Oct-50', '201-500']).conflicts).toEqual([
      '2 values such as `Oct-50`: a spreadsheet turned the band into a date: probably 10-50',
    ]);
  });

  it('takes NA for nothing among names of countries and for Namibia among codes', () => {
    expect(profile('country', ['Spain', 'Italy', 'NA']).format.blanks).toEqual(['na']);
    expect(profile('country', ['ES', 'IT', 'NA']).format.blanks).toEqual([]);
  });

  it('counts what stands for nothing apart', () => {
    const result = profile('x', ['a', '', 'n/a', 'None', 'a']);
    expect(result.filled).toBe(3);
    expect(result.distinct).toBe(2);
    expect(result.likelyBlanks).toEqual([{ value: 'None', count: 1 }]);
  });

  it('an empty column holds nothing', () => {
    const empty = profile('x', ['', '-']);
    expect(empty.filled).toBe(0);
    expect(empty.kind).toBe('text');
  });

  it('never throws and gives shares between 0 and 1', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 20 });
    fc.assert(
      fc.property(fc.string(), texts, (header, list) =>
        Object.values(profile(header, list).shares).every((share) => share >= 0 && share <= 1),
      ),
    );
  });
});
