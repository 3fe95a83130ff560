import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mappingOf } from '../../../test/fuzz/mapping-of.ts';
import { type TestWorkspace, testWorkspace } from '../../../test/test-workspace.ts';
import { column, named, type SqlExpr, select, table } from '../../base/sql/index.ts';
import {
  type FieldKind,
  fastValue,
  readCell,
  surePhrases,
  type ValueFormat,
} from '../../stages/dataset/index.ts';

let workspace: TestWorkspace;

beforeAll(async () => {
  workspace = await testWorkspace();
});

afterAll(() => workspace.dispose());

function spell(phrase: string, way: string): string {
  if (way === 'upper') return phrase.toUpperCase();
  if (way === 'title') return phrase.replace(/^./, (letter) => letter.toUpperCase());
  if (way === 'accents') return phrase.replace(/[aeiounc]/g, (letter) => `${letter}\u0301`.normalize('NFC'));
  return phrase;
}

const figures = fc.constantFrom('0', '1', '2', '9', '31', '12', '007', '2024', '1999', '000', '500');
const marks = fc.constantFrom(
  '.',
  ',',
  '-',
  '/',
  ' ',
  '',
  '',
  '€',
  '$',
  '%',
  'k',
  'T',
  ':',
  '+',
  'Z',
  '\u00a0',
  'a',
  '(',
  ')',
);
const pieces = fc.array(fc.tuple(figures, marks), { minLength: 1, maxLength: 4 });
const assembled = pieces.map((list) => list.flat().join(''));
const two = fc.integer({ min: 0, max: 40 }).map((value) => String(value).padStart(2, '0'));
const year = fc.integer({ min: 1500, max: 2300 }).map(String);
const dates = fc.oneof(
  fc.tuple(year, two, two).map((parts) => parts.join('-')),
  fc.tuple(year, two, two, two, two).map(([y, m, d, h, s]) => `${y}-${m}-${d}T${h}:${s}:${s}Z`),
  fc
    .tuple(two, fc.constantFrom('/', '-', '.'), two, year)
    .map(([a, mark, b, y]) => `${a}${mark}${b}${mark}${y}`),
);
const money = fc
  .tuple(
    fc.constantFrom('', '$', '€', '£', '-', '-€', '$ '),
    fc.double({ min: 0, max: 1e7, noNaN: true }),
    fc.constantFrom('', '€', ' €', '$', 'k'),
  )
  .map(([before, value, after]) => `${before}${value.toLocaleString('en-US')}${after}`);
const words = fc.oneof(
  fc.constantFrom(
    'n/a',
    '-',
    'N/D',
    '#DIV/0!',
    'unknown',
    'None',
    ' Acme ',
    'Acme\nInc',
    '\u00a01 Acme',
    'sin datos',
    '12',
  ),
  fc.string({ maxLength: 60 }),
);
const short = fc
  .tuple(
    fc.constantFrom('', '', '$', '€', '€ ', '-'),
    fc.constantFrom('0', '1', '7', '12', '950', '123456', '1234567'),
    fc.constantFrom('', '', '.5', ',5', '.07', ',99', '.250', '.0'),
    fc.constantFrom('k', 'K', 'm', 'M', ' k', 't', 'mm'),
    fc.constantFrom('', '', '€', ' €', ' $'),
  )
  .map((parts) => parts.join(''));
const days = fc
  .tuple(
    fc.constantFrom('1', '01', '9', '12', '13', '28', '29', '30', '31', '32', '00'),
    fc.constantFrom('/', '-', '.'),
    fc.constantFrom('1', '2', '02', '4', '11', '12', '13', '28', '29', '31'),
    fc.constantFrom('1600', '1700', '1899', '1996', '2000', '2023', '2024', '2100', '2199', '24'),
  )
  .map(([first, mark, second, of]) => `${first}${mark}${second}${mark}${of}`);
const phrases = fc
  .tuple(
    fc.constantFrom('', '', ' ', '(', '<'),
    fc.constantFrom(
      ...surePhrases(),
      'unknown',
      'none',
      'tbd',
      'select',
      'acme',
      'san sebastian',
      'ana',
      'nul',
      'nullo',
    ),
    fc.constantFrom(' ', '-', '/', '. ', '\u00a0', ''),
    fc.constantFrom('', '', '.', ')', ' ', ' -', 'x'),
    fc.constantFrom('plain', 'upper', 'accents', 'title'),
  )
  .map(([before, phrase, gap, after, way]) => before + spell(phrase.replaceAll(' ', gap), way) + after);
const names = fc.string({
  maxLength: 12,
  unit: fc.constantFrom(...'abnulNA .,-&/áÉïñÇßæœþÞĳŉſøØłİıÄĆǆ·ªΑ漢\u0301\u00a0'),
});
const texts = fc.array(fc.oneof(assembled, dates, money, words, short, days, phrases, names), {
  minLength: 1,
  maxLength: 300,
});

const mappings = [
  ...[null, '.', ','].map((decimal) => mappingOf('number', { decimal: decimal as '.' })),
  ...['EUR', 'USD', 'GBP', 'CHF', null].flatMap((currency) =>
    [null, '.', ','].map((decimal) => mappingOf('money', { currency, decimal: decimal as '.' })),
  ),
  ...[null, 'dmy', 'mdy'].map((dateOrder) => mappingOf('date', { dateOrder: dateOrder as 'dmy' })),
  mappingOf('year', {}),
  mappingOf('text', {}),
  mappingOf('category', { blanks: ['none', 'unknown'] }),
];

describe('where SQL reads a text', () => {
  it('it reads it as the reference does', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (sample) => {
        const written = sample.filter((text) => !text.includes('\0'));
        await workspace.engine.load(
          'written',
          [{ name: 'c1', type: 'text' }],
          written.map((text) => [text]),
        );
        const columns = mappings.map((mapping, index) =>
          named(fastValue(mapping, column('c1')) as SqlExpr, `m${index}`),
        );
        const rows = await workspace.engine.rows(
          select({ columns: [column('c1'), ...columns], from: table('written') }),
        );
        for (const row of rows) {
          mappings.forEach((mapping, index) => {
            const fast = row[`m${index}`] ?? null;
            if (fast === null) return;
            const { currency } = mapping.kind === 'money' ? mapping.format : { currency: null };
            const exact = { kind: 'value', value: { value: fast, currency } };
            expect({ text: row.c1, ...readCell(mapping, String(row.c1)) }).toMatchObject(exact);
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('it reads most texts written the plain way', async () => {
    const plain: readonly (readonly [FieldKind, Partial<ValueFormat>, string, unknown])[] = [
      ['number', { decimal: '.' }, '1,234,567.5', 1234567.5],
      ['number', { decimal: ',' }, '1.234,56', 1234.56],
      ['number', {}, '-42', -42],
      ['number', {}, '3.5', 3.5],
      ['money', { currency: 'EUR', decimal: ',' }, '1.200,50 €', 1200.5],
      ['money', { currency: 'USD', decimal: '.' }, '$1,200.50', 1200.5],
      ['date', {}, '2026-02-28', '2026-02-28'],
      ['date', {}, '2026-02-28T10:00:00Z', '2026-02-28'],
      ['date', { dateOrder: 'dmy' }, '3/12/2025', '2025-12-03'],
      ['date', { dateOrder: 'mdy' }, '3/12/2025', '2025-03-12'],
      ['text', {}, 'Calle Mayor 12', 'Calle Mayor 12'],
      ['text', {}, 'Gómez & Söhne', 'Gómez & Söhne'],
      ['category', {}, 'Software', 'Software'],
      ['category', { blanks: ['none', 'unknown'] }, 'Retail', 'Retail'],
      ['money', { currency: 'EUR', decimal: ',' }, '€58.0m', 58e6],
      ['number', {}, '1.5k', 1500],
      ['year', {}, '1998', 1998],
      ['year', {}, '31/12/1996', 1996],
      ['year', {}, '2/29/2024', 2024],
    ];
    for (const [kind, format, text, value] of plain) {
      await workspace.engine.load('plain', [{ name: 'c1', type: 'text' }], [[text]]);
      const fast = fastValue(mappingOf(kind, format), column('c1')) as SqlExpr;
      const [row] = await workspace.engine.rows(
        select({ columns: [named(fast, 'value')], from: table('plain') }),
      );
      expect([kind, text, row?.value]).toEqual([kind, text, value]);
    }
  });
});
