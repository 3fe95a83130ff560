import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPglite } from '../../../../test/contracts/engine-pglite.ts';
import { asc, column, type Engine, lt, max, named, select, table, text } from '../../../base/sql/index.ts';
import { connectPostgres } from './connect-postgres.ts';
import { createPostgresEngine } from './engine.ts';
import type { PostgresClient } from './types.ts';

let client: PostgresClient;
let engine: Engine;

beforeAll(async () => {
  client = await openPglite();
  await client.query('CREATE TABLE accounts (id bigint, name text COLLATE "und-x-icu", amount numeric)', []);
  await client.query(
    `INSERT INTO accounts VALUES (1, 'b', 1.5), (2, 'Z', 2), (3, 'é', NULL), (4, 'a', 0)`,
    [],
  );
  engine = await createPostgresEngine(client);
});

afterAll(() => engine.close());

async function names(): Promise<readonly unknown[]> {
  const query = select({
    columns: [column('name')],
    from: table('accounts'),
    orderBy: [asc(column('name'))],
  });
  return (await engine.rows(query)).map((row) => row.name);
}

describe('the PostgreSQL engine', () => {
  it('sorts and compares the texts of a table made for a language by bytes', async () => {
    expect((await client.query('SELECT name FROM accounts ORDER BY name', [])).rows.flat()).toEqual([
      'a',
      'b',
      'é',
      'Z',
    ]);
    expect(await names()).toEqual(['Z', 'a', 'b', 'é']);
    const below = select({
      columns: [column('name')],
      from: table('accounts'),
      where: lt(column('name'), text('a')),
    });
    expect(await engine.rows(below)).toEqual([{ name: 'Z' }]);
    const last = select({ columns: [named(max(column('name')), 'last')], from: table('accounts') });
    expect(await engine.rows(last)).toEqual([{ last: 'é' }]);
  });

  it('reads exact decimals as numbers', async () => {
    const query = select({
      columns: [column('amount')],
      from: table('accounts'),
      orderBy: [asc(column('id'))],
    });
    expect((await engine.rows(query)).map((row) => row.amount)).toEqual([1.5, 2, null, 0]);
  });

  it('keeps a table of its own under a name of the company and leaves theirs alone', async () => {
    await engine.load('accounts', [{ name: 'name', type: 'text' }], [['mine']]);
    expect(await names()).toEqual(['mine']);
    await engine.drop('accounts');
    expect(await names()).toEqual(['Z', 'a', 'b', 'é']);
    await engine.drop('accounts');
    expect(await names()).toHaveLength(4);
  });

  it('leaves nothing of its own behind', async () => {
    const other = await createPostgresEngine({ ...client, close: async () => undefined });
    await other.load('mine', [{ name: 'n', type: 'integer' }], [[1]]);
    const schemas = async () => {
      const { rows } = await client.query(
        `SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'bestfit%'`,
        [],
      );
      return Number(rows[0]?.[0]);
    };
    const before = await schemas();
    await other.close();
    expect(await schemas()).toBe(before - 1);
  });

  it('says when the server cannot be reached, and keeps the password to itself', async () => {
    const unreachable = await connectPostgres('postgres://someone:hidden@127.0.0.1:1/warehouse');
    const failure = await createPostgresEngine(unreachable).then(
      () => null,
      (error: unknown) => error,
    );
    await unreachable.close();
    expect(failure).toMatchObject({
      code: 'system.query-failed',
      message: expect.stringContaining('ECONNREFUSED'),
    });
    expect(JSON.stringify(failure)).not.toMatch(/hidden/);
  });
});
