import { describe, expect, it } from 'vitest';
import {
  and,
  asc,
  call,
  column,
  count,
  date,
  eq,
  ge,
  gt,
  integer,
  named,
  number,
  parquet,
  select,
  semiJoin,
  table,
  text,
  tryCast,
} from '../../../base/sql/index.ts';
import { duckDbDialect } from './dialect.ts';

describe('the DuckDB dialect', () => {
  it('reads Parquet files with bound paths', () => {
    const from = parquet(['a.parquet', "b'.parquet"], 'f');
    expect(duckDbDialect.write(select({ columns: [named(count(), 'n')], from }))).toEqual({
      sql: 'SELECT COUNT(*) AS "n" FROM READ_PARQUET([$1, $2], union_by_name = true) AS "f"',
      params: ['a.parquet', "b'.parquet"],
    });
  });

  it('binds a value once however often it is written', () => {
    const where = and([
      ge(column('d'), date('2024-01-01')),
      gt(column('x'), number(1)),
      eq(column('y'), number(1)),
    ]);
    const { sql, params } = duckDbDialect.write(select({ columns: [column('x')], from: table('t'), where }));
    expect(sql).toBe(
      'SELECT "x" AS "x" FROM "t" AS "t" WHERE (("d" >= CAST($1 AS DATE)) AND ("x" > CAST($2 AS DOUBLE)) AND ("y" = CAST($2 AS DOUBLE)))',
    );
    expect(params).toEqual(['2024-01-01', 1]);
  });

  it('has semi joins of its own', () => {
    const from = semiJoin(table('a'), table('b'), eq(column('id', 'a'), column('id', 'b')));
    expect(duckDbDialect.write(select({ columns: [column('id', 'a')], from })).sql).toBe(
      'SELECT "a"."id" AS "id" FROM "a" AS "a" SEMI JOIN "b" AS "b" ON ("a"."id" = "b"."id")',
    );
  });

  it('casts leniently, orders with nulls said, cuts with whole numbers', () => {
    const lenient = named(tryCast(column('w'), 'integer'), 'n');
    const query = select({
      columns: [lenient],
      from: table('t'),
      orderBy: [asc(column('n'))],
      limit: 5,
      offset: 2,
    });
    expect(duckDbDialect.write(query).sql).toBe(
      'SELECT TRY_CAST("w" AS BIGINT) AS "n" FROM "t" AS "t" ORDER BY "n" ASC NULLS LAST LIMIT 5 OFFSET 2',
    );
  });

  it('lets a dot in a pattern match a line break', () => {
    const query = select({
      columns: [named(call('matches', column('w'), text('a.b')), 'm')],
      from: table('t'),
    });
    expect(duckDbDialect.write(query).sql).toBe(
      `SELECT REGEXP_MATCHES("w", CAST($1 AS VARCHAR), 's') AS "m" FROM "t" AS "t"`,
    );
  });

  it('refuses a limit that is no row count', () => {
    const query = select({ columns: [named(integer(1), 'x')], limit: -1 });
    expect(() => duckDbDialect.write(query)).toThrow(RangeError);
  });
});
