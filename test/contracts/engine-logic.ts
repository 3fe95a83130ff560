import { expect } from 'vitest';
import {
  add,
  and,
  asc,
  boolean,
  type Cell,
  caseWhen,
  column,
  desc,
  divide,
  eq,
  ge,
  gt,
  integer,
  isIn,
  isNotNull,
  isNull,
  le,
  lt,
  multiply,
  ne,
  not,
  nullOf,
  number,
  or,
  type SqlExpr,
  select,
  subtract,
  table,
  text,
  when,
} from '../../src/base/sql/index.ts';
import type { Facts } from './engine-contract.ts';
import { cellsOf, evaluate } from './engine-evaluate.ts';

type Truth = boolean | null;
const truths: readonly Truth[] = [true, false, null];
const truth = (value: Truth): SqlExpr => (value === null ? nullOf('boolean') : boolean(value));

/** Three-valued logic, comparison, order, arithmetic, case. */
export const logicFacts: Facts = {
  'and, or and not follow three-valued logic': async (engine) => {
    for (const left of truths) {
      expect(await evaluate(engine, not(truth(left)))).toBe(left === null ? null : !left);
      for (const right of truths) {
        const pair = [truth(left), truth(right)];
        const both =
          left === false || right === false ? false : left === null || right === null ? null : true;
        const either =
          left === true || right === true ? true : left === null || right === null ? null : false;
        expect(await evaluate(engine, and(pair)), `${left} and ${right}`).toBe(both);
        expect(await evaluate(engine, or(pair)), `${left} or ${right}`).toBe(either);
      }
    }
  },
  'and of nothing is true, or of nothing is false': async (engine) => {
    expect(await evaluate(engine, and([]))).toBe(true);
    expect(await evaluate(engine, or([]))).toBe(false);
  },
  'comparisons with null are null, null tests never are': async (engine) => {
    for (const compare of [eq, ne, lt, le, gt, ge]) {
      expect(await evaluate(engine, compare(integer(1), nullOf('integer')))).toBeNull();
    }
    expect(await evaluate(engine, isNull(nullOf('text')))).toBe(true);
    expect(await evaluate(engine, isNotNull(nullOf('text')))).toBe(false);
    expect(await evaluate(engine, isNotNull(text('')))).toBe(true);
  },
  'comparisons order numbers by size and texts by bytes': async (engine) => {
    expect(await evaluate(engine, lt(integer(9), integer(10)))).toBe(true);
    expect(await evaluate(engine, lt(text('10'), text('9')))).toBe(true);
    expect(await evaluate(engine, lt(text('Z'), text('a')))).toBe(true);
    expect(await evaluate(engine, lt(text('z'), text('é')))).toBe(true);
    expect(await evaluate(engine, ge(number(1), number(1)))).toBe(true);
    expect(await evaluate(engine, eq(text('a'), text('A')))).toBe(false);
    expect(await evaluate(engine, ne(text('a'), text('a ')))).toBe(true);
  },
  'in is unknown for an unknown value and false for an empty list': async (engine) => {
    expect(await evaluate(engine, isIn(text('a'), ['a', 'b']))).toBe(true);
    expect(await evaluate(engine, isIn(integer(3), [1, 2], 'integer'))).toBe(false);
    expect(await evaluate(engine, isIn(nullOf('text'), ['a']))).toBeNull();
    expect(await evaluate(engine, isIn(text('a'), []))).toBe(false);
  },
  'division is real and null on zero': async (engine) => {
    expect(await evaluate(engine, divide(integer(7), integer(2)))).toBe(3.5);
    expect(await evaluate(engine, divide(integer(7), integer(0)))).toBeNull();
    expect(await evaluate(engine, divide(number(0), number(0)))).toBeNull();
  },
  'arithmetic adds, subtracts and multiplies, and null stays null': async (engine) => {
    expect(
      await evaluate(engine, add(integer(2), multiply(integer(3), subtract(integer(5), integer(1))))),
    ).toBe(14);
    expect(await evaluate(engine, add(integer(2), nullOf('integer')))).toBeNull();
  },
  'case takes the first true branch; unknown is not true': async (engine) => {
    const branches = [when(nullOf('boolean'), text('unknown')), when(boolean(false), text('no'))];
    expect(await evaluate(engine, caseWhen(branches, text('else')))).toBe('else');
    expect(await evaluate(engine, caseWhen(branches))).toBeNull();
    expect(
      await evaluate(engine, caseWhen([...branches, when(boolean(true), text('yes'))], text('else'))),
    ).toBe('yes');
    expect(await evaluate(engine, caseWhen([], text('else')))).toBe('else');
  },
  'order puts nulls where it is told and texts by bytes': async (engine) => {
    const given = ['b', null, 'Z', 'é', 'a', 'B'];
    await engine.load(
      'words',
      [{ name: 'w', type: 'text' }],
      given.map((word) => [word]),
    );
    const ordered = async (by: ReturnType<typeof asc>): Promise<readonly Cell[]> =>
      (await cellsOf(engine, select({ columns: [column('w')], from: table('words'), orderBy: [by] }))).flat();
    expect(await ordered(asc(column('w')))).toEqual(['B', 'Z', 'a', 'b', 'é', null]);
    expect(await ordered(asc(column('w'), 'first'))).toEqual([null, 'B', 'Z', 'a', 'b', 'é']);
    expect(await ordered(desc(column('w')))).toEqual(['é', 'b', 'a', 'Z', 'B', null]);
    expect(await ordered(desc(column('w'), 'first'))).toEqual([null, 'é', 'b', 'a', 'Z', 'B']);
  },
};
