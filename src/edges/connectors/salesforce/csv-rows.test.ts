import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRow, csvRows } from './csv-rows.ts';

const cell = fc.string({ unit: fc.constantFrom('a', 'ñ', '"', ',', '\n', '\r', ' ', '#') });
const rows = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width })));

describe('rows of CSV', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(rows, (table) => {
        expect([...csvRows(table.map(csvRow).join(''))]).toEqual(table);
      }),
    );
  });

  it('are read without quotes, with CRLF, without a last line end and with empty cells', () => {
    expect([...csvRows('Id,Name\r\n1,"a ""b""\nc"\r\n2,\r\n,x')]).toEqual([
      ['Id', 'Name'],
      ['1', 'a "b"\nc'],
      ['2', ''],
      ['', 'x'],
    ]);
    expect([...csvRows('a,b,')]).toEqual([['a', 'b', '']]);
    expect([...csvRows('')]).toEqual([]);
  });

  it('lose NUL characters', () => {
    expect([...csvRows('"a\0b",\0\n')]).toEqual([['ab', '']]);
  });
});
