import { describe, expect, it } from 'vitest';
import { sum } from './aggregates.ts';
import { add, divide } from './arithmetic.ts';
import { call } from './calls.ts';
import { column, named } from './columns.ts';
import { eq, isIn } from './comparisons.ts';
import { createDialect } from './create-dialect.ts';
import { boolean, integer, nullOf, number, text, textList } from './literals.ts';
import { and, caseWhen, or, when } from './logic.ts';
import { select, union } from './queries.ts';
import { join, leftJoin, parquet, subquery, table, values } from './relations.ts';
import type { SqlExpr } from './types.ts';
import { desc, rowNumber } from './windows.ts';

const dialect = createDialect({
  name: 'Plain SQL',
  types: { text: 'TEXT', integer: 'INT', double: 'REAL', boolean: 'BOOL', date: 'DATE', 'text[]': 'TEXTS' },
  semiJoins: 'native',
  functions: { lower: ([of]) => `DOWN(${of})` },
  lenientCast: (written, type) => `SOFT(${written}, ${type})`,
  collate: (written) => written,
  sortedList: null,
  countAbout: (written) => `ABOUT(${written})`,
  first: ({ value, orderBy, filter }) => `FIRST(${value} ORDER BY ${orderBy})${filter}`,
  table: (name) => `"${name}"`,
  parquet: null,
  csv: null,
});
const written = (expr: SqlExpr) => dialect.write(select({ columns: [named(expr, 'x')] }));

describe('the common writer', () => {
  it('binds every literal with its type', () => {
    expect(
      written(and([eq(text("a'b"), nullOf('text')), boolean(true), eq(textList(['a']), textList([]))])),
    ).toEqual({
      sql: 'SELECT ((CAST($1 AS TEXT) = CAST($2 AS TEXT)) AND CAST($3 AS BOOL) AND (CAST($4 AS TEXTS) = CAST($5 AS TEXTS))) AS "x"',
      params: ["a'b", null, true, ['a'], []],
    });
  });

  it('binds the same number once per type', () => {
    expect(written(add(integer(1), add(number(1), integer(1))))).toEqual({
      sql: 'SELECT (CAST($1 AS INT) + (CAST($2 AS REAL) + CAST($1 AS INT))) AS "x"',
      params: [1, 1],
    });
  });

  it('tells a null from the word null', () => {
    expect(written(eq(text('null'), nullOf('text'))).params).toEqual(['null', null]);
  });

  it('quotes names so that they stay names', () => {
    const query = select({ columns: [named(column('a"b', 'c"d'), 'e"f')], from: table('t', 'g"h') });
    expect(dialect.write(query).sql).toBe('SELECT "c""d"."a""b" AS "e""f" FROM "t" AS "g""h"');
  });

  it('writes empty logic as its neutral element', () => {
    expect(written(or([and([]), or([]), isIn(column('a'), [])])).sql).toBe(
      'SELECT (TRUE OR FALSE OR FALSE) AS "x"',
    );
  });

  it('divides as real numbers and never by zero', () => {
    expect(written(divide(column('a'), column('b'))).sql).toBe(
      'SELECT (CAST("a" AS REAL) / NULLIF(CAST("b" AS REAL), 0)) AS "x"',
    );
  });

  it("takes a dialect's own function before the common one", () => {
    expect(written(call('lower', call('abs', column('a')))).sql).toBe('SELECT DOWN(ABS("a")) AS "x"');
  });

  it('writes aggregates with filters, windows with their order, cases with their branches', () => {
    expect(written(sum(column('a'), { filter: column('b') })).sql).toBe(
      'SELECT CAST(SUM("a") FILTER (WHERE "b") AS REAL) AS "x"',
    );
    expect(
      written(rowNumber({ partitionBy: [column('a')], orderBy: [desc(column('b'), 'first')] })).sql,
    ).toBe('SELECT ROW_NUMBER() OVER (PARTITION BY "a" ORDER BY "b" DESC NULLS FIRST) AS "x"');
    expect(written(caseWhen([when(column('a'), column('b'))], column('c'))).sql).toBe(
      'SELECT CASE WHEN "a" THEN "b" ELSE "c" END AS "x"',
    );
  });

  it('puts brackets around joins on the right side only', () => {
    const on = boolean(true);
    const from = leftJoin(join(table('a'), table('b'), on), join(table('c'), table('d'), on), on);
    expect(dialect.write(select({ columns: [column('n', 'a')], from })).sql).toBe(
      'SELECT "a"."n" AS "n" FROM "a" AS "a" JOIN "b" AS "b" ON CAST($1 AS BOOL) LEFT JOIN ("c" AS "c" JOIN "d" AS "d" ON CAST($1 AS BOOL)) ON CAST($1 AS BOOL)',
    );
  });

  it('writes values, subqueries, unions and every clause in its place', () => {
    const few = values([{ name: 'n', type: 'integer' }], [[1], [2]], 'v');
    const inner = select({ columns: [column('n')], distinct: true, from: few, where: column('w') });
    const query = select({
      with: [{ name: 'w', query: union([inner, inner]) }],
      columns: [column('n')],
      from: subquery(inner, 's'),
      groupBy: [column('n')],
      having: column('h'),
      orderBy: [desc(column('n'))],
      limit: 3,
      offset: 1,
    });
    const part =
      'SELECT DISTINCT "n" AS "n" FROM (VALUES (CAST($1 AS INT)), (CAST($2 AS INT))) AS "v"("n") WHERE "w"';
    expect(dialect.write(query).sql).toBe(
      `WITH "w" AS ((${part}) UNION ALL (${part})) SELECT "n" AS "n" FROM (${part}) AS "s" GROUP BY "n" HAVING "h" ORDER BY "n" DESC NULLS LAST LIMIT 3 OFFSET 1`,
    );
  });

  it('refuses a relation that the engine cannot read, by name', () => {
    expect(() => dialect.write(select({ columns: [column('n')], from: parquet('x') }))).toThrow(
      'Plain SQL cannot do reading Parquet files.',
    );
  });
});
