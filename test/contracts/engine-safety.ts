import { expect } from 'vitest';
import { BestfitError } from '../../src/base/errors/index.ts';
import {
  call,
  cast,
  column,
  eq,
  integer,
  isIn,
  named,
  select,
  subquery,
  table,
  text,
  textList,
  values,
} from '../../src/base/sql/index.ts';
import type { Facts } from './engine-contract.ts';
import { cellsOf, evaluate } from './engine-evaluate.ts';

const naughty = [
  "'",
  "''",
  '"',
  '""',
  '\\',
  "\\'",
  "'; DROP TABLE guarded; --",
  '"; DROP TABLE guarded; --',
  "' OR '1'='1",
  '$1',
  '$1$',
  '$$ SELECT 1 $$',
  ':name ? ?',
  '/* comment */ -- comment',
  '%s %d {0}',
  '*',
  'select',
  'a.b',
  'Ωmega 漢字 👩‍👩‍👧 \u202e',
  ' leading and trailing ',
  'new\nline',
  '__proto__x',
  '; ATTACH',
] as const;

/** What no value and no name may do. */
export const safetyFacts: Facts = {
  'naughty texts come back as they went in': async (engine) => {
    for (const value of naughty) {
      expect(await evaluate(engine, text(value)), value).toBe(value);
      expect(await evaluate(engine, isIn(text(value), [value])), value).toBe(true);
      expect(await evaluate(engine, textList([value])), value).toEqual([value]);
      expect(await evaluate(engine, call('replace', text(value), text(value), text('x'))), value).toBe('x');
    }
  },
  'naughty names stay names of columns, tables and aliases': async (engine) => {
    for (const name of naughty) {
      const columns = [{ name, type: 'text' }] as const;
      await engine.load(name, columns, [['kept']]);
      const inner = select({ columns: [column(name, name)], from: table(name) });
      const outer = select({ columns: [named(column(name, name), name)], from: subquery(inner, name) });
      expect(await engine.rows(outer), name).toEqual([{ [name]: 'kept' }]);
      await engine.drop(name);
    }
  },
  'names that differ by an accent or a space are different': async (engine) => {
    const columns = ['e', 'é', 'e '].map((name) => ({ name, type: 'integer' as const }));
    await engine.load('alike', columns, [[1, 2, 3]]);
    const query = select({ columns: columns.map(({ name }) => column(name)), from: table('alike') });
    expect(await engine.rows(query)).toEqual([{ e: 1, é: 2, 'e ': 3 }]);
  },
  'an attempt at injection changes nothing': async (engine) => {
    await engine.load('guarded', [{ name: 'w', type: 'text' }], [['safe']]);
    for (const value of naughty) {
      const query = select({
        columns: [column('w')],
        from: table('guarded'),
        where: eq(column('w'), text(value)),
      });
      expect(await engine.rows(query), value).toEqual([]);
    }
    expect(await cellsOf(engine, select({ columns: [column('w')], from: table('guarded') }))).toEqual([
      ['safe'],
    ]);
  },
  'values are bound, never written': async (engine) => {
    const query = select({
      columns: [named(text('secret value'), 'a')],
      from: values([{ name: 'b', type: 'text' }], [['other secret']], 'v'),
      where: isIn(column('b'), ['third secret']),
    });
    const { sql, params } = engine.dialect.write(query);
    expect(sql).not.toMatch(/secret/);
    expect(params).toEqual(['secret value', 'other secret', 'third secret']);
  },
  'a failure carries the SQL and no value': async (engine) => {
    const failing = select({ columns: [named(cast(text('secret value'), 'integer'), 'x')] });
    const error = await engine.rows(failing).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(BestfitError);
    const failure = error as BestfitError<'system.query-failed'>;
    expect(failure.code).toBe('system.query-failed');
    expect(failure.params.sql).toBe(engine.dialect.write(failing).sql);
    expect(
      `${failure.message} ${failure.stack} ${JSON.stringify(failure)} ${String(failure.cause)}`,
    ).not.toMatch(/secret/);
  },
  'a failure names the table that is missing': async (engine) => {
    const query = select({ columns: [named(integer(1), 'x')], from: table('no such table') });
    await expect(engine.rows(query)).rejects.toThrow(/no such table/);
  },
  'a failing stream fails the same way': async (engine) => {
    const query = select({ columns: [named(cast(text('secret value'), 'integer'), 'x')] });
    const read = async () => {
      for await (const batch of engine.stream(query)) expect(batch).toBeNull();
    };
    await expect(read()).rejects.toMatchObject({ code: 'system.query-failed' });
  },
};
