import { expect } from 'vitest';
import {
  boolean,
  type Cell,
  type ColumnInfo,
  cast,
  column,
  date,
  eq,
  integer,
  literal,
  named,
  nullOf,
  number,
  type SqlType,
  select,
  table,
  text,
  textList,
  tryCast,
  values,
} from '../../src/base/sql/index.ts';
import type { Facts } from './engine-contract.ts';
import { cellsOf, evaluate } from './engine-evaluate.ts';

const samples: Readonly<Record<SqlType, readonly Cell[]>> = {
  text: ['', 'a', 'Ünïcödé 漢字 👍', "O'Brien", 'line\nbreak\ttab', ' spaces '],
  integer: [0, -1, 2_147_483_648, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER],
  double: [0, 0.1, -2.5e-10, 1.7976931348623157e308, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  boolean: [true, false],
  date: ['1970-01-01', '2024-02-29', '1899-12-31', '9999-12-31'],
  'text[]': [[], ['a'], ['a', 'b,"c"', "it's", '{}', 'NULL', '']],
};
const types = Object.keys(samples) as SqlType[];
const columns: readonly ColumnInfo[] = types.map((type) => ({ name: `a ${type}`, type }));

const lenient: readonly (readonly [string, SqlType, Cell])[] = [
  ['12', 'integer', 12],
  [' -7 ', 'integer', -7],
  ['2.5', 'integer', 3],
  ['-2.5', 'integer', -3],
  ['1e3', 'integer', 1000],
  ['99999999999999999999', 'integer', null],
  ['n/a', 'integer', null],
  ['', 'integer', null],
  ['1.5', 'double', 1.5],
  ['.5', 'double', 0.5],
  ['1e3', 'double', 1000],
  ['1,5', 'double', null],
  ['$5', 'double', null],
  ['inf', 'double', Number.POSITIVE_INFINITY],
  ['2024-02-29', 'date', '2024-02-29'],
  ['2023-02-29', 'date', null],
  ['2024-13-01', 'date', null],
  ['yesterday', 'date', null],
  ['true', 'boolean', true],
  ['FALSE', 'boolean', false],
  ['perhaps', 'boolean', null],
];

/** How values of every type go in and come out. */
export const typeFacts: Facts = {
  'literals of every type come back as they went in': async (engine) => {
    for (const type of types) {
      for (const value of samples[type])
        expect(await evaluate(engine, literal(value, type)), type).toEqual(value);
      expect(await evaluate(engine, nullOf(type)), type).toBeNull();
    }
  },
  'loaded rows of every type come back as they went in': async (engine) => {
    const longest = Math.max(...types.map((type) => samples[type].length));
    const rows = Array.from({ length: longest }, (_, at) => types.map((type) => samples[type][at] ?? null));
    await engine.load('every type', columns, rows);
    const query = select({ columns: columns.map(({ name }) => column(name)), from: table('every type') });
    const read = await cellsOf(engine, query);
    expect(read).toHaveLength(rows.length);
    expect(read).toEqual(expect.arrayContaining(rows));
    await engine.drop('every type');
  },
  'describe names the columns of a result with their types': async (engine) => {
    const query = select({ columns: columns.map(({ name, type }) => named(nullOf(type), name)) });
    expect(await engine.describe(query)).toEqual(columns);
  },
  'values relations keep the types of their columns': async (engine) => {
    const row = types
      .filter((type) => type !== 'text[]')
      .map((type) => samples[type][1] as string | number | boolean);
    const scalars = columns.filter(({ type }) => type !== 'text[]');
    const query = select({
      columns: scalars.map(({ name }) => column(name)),
      from: values(scalars, [row], 'v'),
    });
    expect(await engine.describe(query)).toEqual(scalars);
    expect(await cellsOf(engine, query)).toEqual([row]);
  },
  'a values relation may have no rows': async (engine) => {
    const none = values([{ name: 'a', type: 'date' }], [], 'v');
    const query = select({ columns: [column('a')], from: none });
    expect(await engine.rows(query)).toEqual([]);
    expect(await engine.describe(query)).toEqual([{ name: 'a', type: 'date' }]);
  },
  'a lenient cast gives null for a text that does not fit': async (engine) => {
    for (const [given, type, gives] of lenient) {
      expect(await evaluate(engine, tryCast(text(given), type)), `${given} as ${type}`).toEqual(gives);
    }
    expect(await evaluate(engine, tryCast(nullOf('text'), 'integer'))).toBeNull();
  },
  'a lenient cast to a date knows the calendar': async (engine) => {
    const texts = [1899, 1900, 2000, 2023, 2024, 2100].flatMap((year) =>
      Array.from({ length: 14 * 33 }, (_, at) => {
        const [month, day] = [Math.floor(at / 33), at % 33].map((part) => String(part).padStart(2, '0'));
        return `${year}-${month}-${day}`;
      }),
    );
    const isDay = (given: string) => {
      const parsed = new Date(`${given}T00:00:00Z`);
      return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(given);
    };
    const from = values(
      [{ name: 'given', type: 'text' }],
      texts.map((given) => [given]),
      'v',
    );
    const day = tryCast(column('given'), 'date');
    const query = select({
      columns: [column('given')],
      from,
      where: { kind: 'isNull', of: day, negated: true },
    });
    expect((await cellsOf(engine, query)).flat().toSorted()).toEqual(texts.filter(isDay).toSorted());
  },
  'a strict cast gives the value': async (engine) => {
    expect(await evaluate(engine, cast(text('12'), 'integer'))).toBe(12);
    expect(await evaluate(engine, cast(integer(12), 'text'))).toBe('12');
    expect(await evaluate(engine, cast(integer(12), 'double'))).toBe(12);
    expect(await evaluate(engine, cast(boolean(true), 'text'))).toBe('true');
    expect(await evaluate(engine, cast(date('2024-02-29'), 'text'))).toBe('2024-02-29');
    expect(await evaluate(engine, cast(number(2.6), 'integer'))).toBe(3);
  },
  'a strict cast refuses a text that does not fit': async (engine) => {
    await expect(evaluate(engine, cast(text('twelve'), 'integer'))).rejects.toMatchObject({
      code: 'system.query-failed',
    });
  },
  'not a number reads as null': async (engine) => {
    await engine.load('one row', [{ name: 'x', type: 'double' }], [[Number.POSITIVE_INFINITY]]);
    const difference = { kind: 'arithmetic', op: '-', left: column('x'), right: column('x') } as const;
    const query = select({ columns: [named(difference, 'value')], from: table('one row') });
    expect(await cellsOf(engine, query)).toEqual([[null]]);
  },
  'lists compare as wholes': async (engine) => {
    expect(await evaluate(engine, eq(textList(['a', 'b']), textList(['a', 'b'])))).toBe(true);
    expect(await evaluate(engine, eq(textList(['a', 'b']), textList(['b', 'a'])))).toBe(false);
  },
};
