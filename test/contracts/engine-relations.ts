import { expect } from 'vitest';
import {
  add,
  and,
  antiJoin,
  asc,
  caseWhen,
  column,
  count,
  crossJoin,
  desc,
  type Engine,
  eq,
  gt,
  integer,
  isNotNull,
  join,
  leftJoin,
  lt,
  named,
  number,
  type SqlRelation,
  select,
  semiJoin,
  subquery,
  table,
  text,
  union,
  unnest,
  values,
  when,
} from '../../src/base/sql/index.ts';
import type { Facts } from './engine-contract.ts';
import { cellsOf } from './engine-evaluate.ts';

const accounts = values(
  [
    { name: 'id', type: 'integer' },
    { name: 'country', type: 'text' },
  ],
  [
    [1, 'ES'],
    [2, 'IT'],
    [3, null],
    [4, 'ES'],
  ],
  'a',
);
const deals = values(
  [
    { name: 'account', type: 'integer' },
    { name: 'amount', type: 'double' },
  ],
  [
    [1, 10],
    [1, 20],
    [2, 5],
    [null, 7],
  ],
  'd',
);
const paid = values([{ name: 'amount', type: 'double' }], [[10], [5]], 'p');
const mine = eq(column('id', 'a'), column('account', 'd'));
const isPaid = eq(column('amount', 'd'), column('amount', 'p'));

async function ids(engine: Engine, from: SqlRelation): Promise<readonly unknown[]> {
  const id = column('id', 'a');
  return (await cellsOf(engine, select({ columns: [id], from, orderBy: [asc(id)] }))).flat();
}

async function pairs(engine: Engine, from: SqlRelation): Promise<readonly unknown[]> {
  const both = [column('id', 'a'), column('amount', 'd')] as const;
  return cellsOf(engine, select({ columns: both, from, orderBy: both.map((one) => asc(one)) }));
}

/** Joins, unions, subqueries, lists, limits. */
export const relationFacts: Facts = {
  'an inner join pairs, a left join keeps the unpaired': async (engine) => {
    const inner = [
      [1, 10],
      [1, 20],
      [2, 5],
    ];
    expect(await pairs(engine, join(accounts, deals, mine))).toEqual(inner);
    expect(await pairs(engine, leftJoin(accounts, deals, mine))).toEqual([...inner, [3, null], [4, null]]);
  },
  'a cross join gives every pair': async (engine) => {
    expect(await pairs(engine, crossJoin(accounts, deals))).toHaveLength(16);
  },
  'a semi join keeps rows with a partner once, an anti join those without': async (engine) => {
    expect(await ids(engine, semiJoin(accounts, deals, mine))).toEqual([1, 2]);
    expect(await ids(engine, antiJoin(accounts, deals, mine))).toEqual([3, 4]);
  },
  'semi and anti joins take conditions besides equality': async (engine) => {
    const large = and([mine, gt(column('amount', 'd'), number(15))]);
    expect(await ids(engine, semiJoin(accounts, deals, large))).toEqual([1]);
    expect(await ids(engine, antiJoin(accounts, deals, large))).toEqual([2, 3, 4]);
  },
  'semi joins nest on either side of other joins': async (engine) => {
    const paidDeals = semiJoin(deals, paid, isPaid);
    expect(await pairs(engine, join(accounts, paidDeals, mine))).toEqual([
      [1, 10],
      [2, 5],
    ]);
    expect(await pairs(engine, leftJoin(accounts, paidDeals, mine))).toEqual([
      [1, 10],
      [2, 5],
      [3, null],
      [4, null],
    ]);
    expect(await pairs(engine, leftJoin(semiJoin(accounts, deals, mine), deals, mine))).toHaveLength(3);
    expect(await ids(engine, antiJoin(accounts, paidDeals, mine))).toEqual([3, 4]);
    expect(await ids(engine, antiJoin(semiJoin(accounts, deals, mine), paidDeals, mine))).toEqual([]);
  },
  'unnest gives one row per element and none for an empty list': async (engine) => {
    const columns = [
      { name: 'id', type: 'integer' },
      { name: 'tools', type: 'text[]' },
    ] as const;
    await engine.load('lists', columns, [
      [1, ['x', 'y']],
      [2, []],
      [3, null],
      [4, ['x']],
    ]);
    const from = unnest(table('lists', 'l'), { of: column('tools', 'l'), as: 'tool', alias: 'u' });
    const read = [column('id', 'u'), column('tool', 'u')] as const;
    expect(
      await cellsOf(engine, select({ columns: read, from, orderBy: read.map((one) => asc(one)) })),
    ).toEqual([
      [1, 'x'],
      [1, 'y'],
      [4, 'x'],
    ]);
  },
  'a union keeps every row of every part': async (engine) => {
    const part = select({
      columns: [column('country')],
      from: accounts,
      where: isNotNull(column('country')),
    });
    const from = subquery(union([part, part]), 'u');
    const query = select({
      columns: [column('country'), named(count(), 'n')],
      from,
      groupBy: [column('country')],
      orderBy: [desc(count())],
    });
    expect(await cellsOf(engine, query)).toEqual([
      ['ES', 4],
      ['IT', 2],
    ]);
  },
  'a part of a union may have its own limit': async (engine) => {
    const one = select({ columns: [column('id')], from: accounts, orderBy: [asc(column('id'))], limit: 1 });
    expect(await cellsOf(engine, union([one, one]))).toEqual([[1], [1]]);
  },
  'with names a query that the main one reads twice': async (engine) => {
    const spanish = select({
      columns: [column('id')],
      from: accounts,
      where: eq(column('country'), text('ES')),
    });
    const query = select({
      with: [{ name: 'spanish ones', query: spanish }],
      columns: [named(count(), 'n')],
      from: crossJoin(table('spanish ones', 'x'), table('spanish ones', 'y')),
    });
    expect(await cellsOf(engine, query)).toEqual([[4]]);
  },
  'limit and offset cut the ordered rows': async (engine) => {
    const id = column('id');
    const query = select({ columns: [id], from: accounts, orderBy: [desc(id)], limit: 2, offset: 1 });
    expect(await cellsOf(engine, query)).toEqual([[3], [2]]);
    expect(await engine.rows(select({ columns: [id], from: accounts, limit: 0 }))).toEqual([]);
  },
  'distinct gives each row once, nulls alike': async (engine) => {
    const country = column('country');
    const query = select({ columns: [country], distinct: true, from: accounts, orderBy: [asc(country)] });
    expect(await cellsOf(engine, query)).toEqual([['ES'], ['IT'], [null]]);
  },
  'having filters groups': async (engine) => {
    const query = select({
      columns: [column('country')],
      from: accounts,
      groupBy: [column('country')],
      having: gt(count(), integer(1)),
    });
    expect(await cellsOf(engine, query)).toEqual([['ES']]);
  },
  'an expression with values may be selected and grouped by': async (engine) => {
    const half = caseWhen([when(lt(column('id'), integer(3)), text('first'))], text('second'));
    const query = select({
      columns: [named(half, 'half'), named(count(), 'n')],
      from: accounts,
      groupBy: [half],
      orderBy: [asc(half)],
    });
    expect(await cellsOf(engine, query)).toEqual([
      ['first', 2],
      ['second', 2],
    ]);
  },
  'a query without a from computes its columns': async (engine) => {
    expect(await cellsOf(engine, select({ columns: [named(add(integer(1), integer(2)), 'x')] }))).toEqual([
      [3],
    ]);
  },
};
