import { describe, expect, it } from 'vitest';
import {
  antiJoin,
  asc,
  call,
  column,
  eq,
  leftJoin,
  named,
  parquet,
  select,
  semiJoin,
  table,
  text,
  tryCast,
} from '../../../base/sql/index.ts';
import { createPostgresDialect } from './dialect.ts';

const dialect = createPostgresDialect({
  caseCollation: 'default',
  locate: (name) => ({
    written: `"${name}"`,
    columns:
      name === 'sorted'
        ? [
            { name: 'id', sorted: true },
            { name: 'n', sorted: false },
          ]
        : null,
  }),
});
const [a, b, c] = [table('a'), table('b'), table('c')];
const same = (left: string, right: string) => eq(column('id', left), column('id', right));
const written = (query: Parameters<typeof dialect.write>[0]) => dialect.write(query).sql;

describe('the PostgreSQL dialect', () => {
  it('writes semi and anti joins as conditions', () => {
    const from = antiJoin(semiJoin(a, b, same('a', 'b')), c, same('a', 'c'));
    expect(written(select({ columns: [column('id', 'a')], from }))).toBe(
      'SELECT "a"."id" AS "id" FROM "a" AS "a" WHERE EXISTS (SELECT 1 FROM "b" AS "b" WHERE ("a"."id" = "b"."id")) AND NOT EXISTS (SELECT 1 FROM "c" AS "c" WHERE ("a"."id" = "c"."id"))',
    );
  });

  it('keeps a semi join on the right side of a left join inside its condition', () => {
    const from = leftJoin(a, semiJoin(b, c, same('b', 'c')), same('a', 'b'));
    expect(written(select({ columns: [column('id', 'a')], from }))).toBe(
      'SELECT "a"."id" AS "id" FROM "a" AS "a" LEFT JOIN "b" AS "b" ON ("a"."id" = "b"."id") AND EXISTS (SELECT 1 FROM "c" AS "c" WHERE ("b"."id" = "c"."id"))',
    );
  });

  it('makes the texts of a table that sorts by a language compare by bytes', () => {
    const query = select({
      columns: [column('id')],
      from: table('sorted', 's'),
      orderBy: [asc(column('id'))],
    });
    expect(written(query)).toBe(
      'SELECT "id" AS "id" FROM (SELECT ("id" COLLATE "C") AS "id", "n" FROM "sorted") AS "s" ORDER BY "id" ASC NULLS LAST',
    );
  });

  it('lowers by the collation that knows more than ASCII and compares by bytes again', () => {
    const lower = named(call('lower', text('É')), 'x');
    expect(written(select({ columns: [lower] }))).toBe(
      'SELECT (LOWER((CAST($1 AS text) COLLATE "C") COLLATE "default") COLLATE "C") AS "x"',
    );
  });

  it('guards a lenient cast by the shape of the text', () => {
    const query = select({ columns: [named(tryCast(column('w'), 'boolean'), 'b')], from: a });
    expect(written(query)).toBe(
      String.raw`SELECT CASE WHEN CAST("w" AS text) ~* '^\s*(true|false|t|f|yes|no|y|n|1|0)\s*$' THEN CAST(CAST("w" AS text) AS boolean) END AS "b" FROM "a" AS "a"`,
    );
  });

  it('refuses files', () => {
    expect(() => written(select({ columns: [column('n')], from: parquet('x.parquet') }))).toThrow(
      expect.objectContaining({ code: 'system.not-supported' }),
    );
  });
});
