import { expect } from 'vitest';
import {
  aggregate,
  asc,
  type Cell,
  column,
  desc,
  type Engine,
  eq,
  gt,
  integer,
  named,
  type OrderTerm,
  type SqlAggregate,
  type SqlExpr,
  type SqlWindow,
  select,
  table,
  text,
  window,
} from '../../src/base/sql/index.ts';
import type { Facts } from './engine-contract.ts';
import { cellsOf } from './engine-evaluate.ts';

interface Golden {
  readonly args: readonly SqlExpr[];
  readonly filter?: SqlExpr;
  readonly orderBy?: readonly OrderTerm[];
  /** For group a (10, null, 30, 10), for group b (only null), and over no rows at all. */
  readonly gives: readonly [Cell, Cell, Cell];
}

const columns = [
  { name: 'g', type: 'text' },
  { name: 'n', type: 'integer' },
  { name: 'w', type: 'text' },
  { name: 'b', type: 'boolean' },
  { name: 'k', type: 'date' },
] as const;
const rows: readonly (readonly Cell[])[] = [
  ['a', 10, 'y', true, '2024-01-02'],
  ['a', null, 'x', null, '2024-01-01'],
  ['a', 30, 'Z', false, '2024-01-03'],
  ['a', 10, null, true, null],
  ['b', null, null, null, null],
];
const [n, w, b, k] = ['n', 'w', 'b', 'k'].map((name) => column(name)) as [SqlExpr, SqlExpr, SqlExpr, SqlExpr];

const golden: Readonly<Record<SqlAggregate, readonly Golden[]>> = {
  count: [
    { args: [], gives: [4, 1, 0] },
    { args: [n], gives: [3, 0, 0] },
    { args: [], filter: gt(n, integer(10)), gives: [1, 0, 0] },
  ],
  countDistinct: [{ args: [n], gives: [2, 0, 0] }],
  countDistinctAbout: [{ args: [n], gives: [2, 0, 0] }],
  sum: [
    { args: [n], gives: [50, null, null] },
    { args: [n], filter: eq(n, integer(10)), gives: [20, null, null] },
  ],
  min: [
    { args: [n], gives: [10, null, null] },
    { args: [w], gives: ['Z', null, null] },
    { args: [k], gives: ['2024-01-01', null, null] },
  ],
  max: [
    { args: [n], gives: [30, null, null] },
    { args: [w], gives: ['y', null, null] },
  ],
  boolOr: [{ args: [b], gives: [true, null, null] }],
  bitOr: [
    { args: [n], gives: [30, null, null] },
    { args: [n], filter: eq(n, integer(10)), gives: [10, null, null] },
  ],
  boolAnd: [{ args: [b], gives: [false, null, null] }],
  argMin: [
    { args: [w, k], gives: ['x', null, null] },
    { args: [n, k], gives: [10, null, null] },
    { args: [w, text('same for all')], gives: ['Z', null, null] },
  ],
  argMax: [
    { args: [w, k], gives: ['Z', null, null] },
    { args: [w, text('same for all')], gives: ['Z', null, null] },
    { args: [w, k], filter: gt(integer(20), n), gives: ['y', null, null] },
  ],
  join: [
    { args: [w, text('; ')], orderBy: [asc(w)], gives: ['Z; x; y', null, null] },
    { args: [w, text('')], orderBy: [desc(k)], gives: ['Zyx', null, null] },
  ],
  list: [
    { args: [w], orderBy: [desc(w)], gives: [['y', 'x', 'Z'], null, null] },
    { args: [n], orderBy: [asc(n)], gives: [['10', '10', '30'], null, null] },
  ],
};

/** What each window function gives on n of group a, in the order of n (null last), and without an order. */
const windows: Readonly<
  Record<SqlWindow, { readonly args: readonly SqlExpr[]; readonly running: readonly Cell[] }>
> = {
  rowNumber: { args: [], running: [1, 2, 3, 4] },
  count: { args: [], running: [2, 2, 3, 4] },
  sum: { args: [n], running: [20, 20, 50, 50] },
  min: { args: [n], running: [10, 10, 10, 10] },
  max: { args: [n], running: [10, 10, 30, 30] },
};

async function load(engine: Engine): Promise<void> {
  await engine.load('aggregated', columns, rows);
}

/** One fact for every aggregate and every window function. */
export const aggregateFacts: Facts = {
  ...Object.fromEntries(
    Object.entries(golden).map(([fn, cases]) => [
      `${fn} gives its golden values by group and over nothing`,
      async (engine: Engine) => {
        await load(engine);
        for (const { args, filter = null, orderBy = [], gives } of cases) {
          const value = named(aggregate(fn as SqlAggregate, args, { filter, orderBy }), 'value');
          const from = table('aggregated');
          const grouped = { columns: [value], from, groupBy: [column('g')], orderBy: [asc(column('g'))] };
          const nothing = { columns: [value], from, where: eq(column('g'), text('none')) };
          const given = [
            ...(await cellsOf(engine, select(grouped))),
            ...(await cellsOf(engine, select(nothing))),
          ];
          expect(given.flat(1)).toEqual(gives);
        }
      },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(windows).map(([fn, { args, running }]) => [
      `${fn} over a partition runs in its order`,
      async (engine: Engine) => {
        await load(engine);
        const options = { args, partitionBy: [column('g')], orderBy: [asc(n)] };
        const query = select({
          columns: [named(window(fn as SqlWindow, options), 'value')],
          from: table('aggregated'),
          orderBy: [asc(column('g')), asc(n), asc(column('value'))],
        });
        expect((await cellsOf(engine, query)).flat().slice(0, 4)).toEqual(running);
      },
    ]),
  ),
  'a window without an order sees the whole partition': async (engine) => {
    await load(engine);
    const query = select({
      columns: [
        named(window('sum', { args: [n], partitionBy: [column('g')] }), 's'),
        named(window('count'), 'all'),
      ],
      from: table('aggregated'),
      orderBy: [asc(column('g'))],
    });
    expect(await cellsOf(engine, query)).toEqual([
      [50, 5],
      [50, 5],
      [50, 5],
      [50, 5],
      [null, 5],
    ]);
  },
  'sums are real numbers, counts are integers': async (engine) => {
    await load(engine);
    const query = select({
      columns: [named(aggregate('sum', [n]), 's'), named(aggregate('count', []), 'c')],
      from: table('aggregated'),
    });
    expect(await engine.describe(query)).toEqual([
      { name: 's', type: 'double' },
      { name: 'c', type: 'integer' },
    ]);
  },
};
