import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileRequest } from '../../../../test/file-request.ts';
import { column, type Engine, parquet, select } from '../../../base/sql/index.ts';
import { createDuckDbEngine } from '../../engines/duckdb/index.ts';
import { parquetConnector } from './index.ts';

let folder: string;
let engine: Engine;
let files = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parquet-'));
  engine = await createDuckDbEngine();
});

afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

/** Writes the result of a statement as a Parquet file. */
async function written(sql: string): Promise<string> {
  files += 1;
  const path = join(folder, `file ${files}.parquet`);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`COPY (${sql}) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
  return path;
}

async function stage(path: string) {
  const to = `${path}.staged`;
  const staged = await parquetConnector.stage(engine, fileRequest(path, to));
  const query = select({ columns: staged.columns.map((name) => column(name)), from: parquet(to) });
  const rows = (await engine.rows(query)).map((row) => staged.columns.map((name) => row[name]));
  return { ...staged, rows };
}

/** How single values come out as texts. */
async function textsOf(values: string): Promise<readonly unknown[]> {
  const { rows } = await stage(await written(`SELECT UNNEST([${values}]) AS v`));
  return rows.map(([cell]) => cell);
}

describe('the cells of a Parquet file', () => {
  it('of days and moments are ISO, those with a time zone in UTC', async () => {
    const { headers, rows } = await stage(
      await written(`SELECT DATE '2024-01-31' AS day, TIMESTAMP '2024-01-31 10:00:00.5' AS moment,
        TIMESTAMPTZ '2024-01-31 01:00:00+02' AS zoned, TIMESTAMP_NS '2024-01-31 10:00:00.123456789' AS fine,
        TIME '10:00:00' AS clock, DATE 'infinity' AS never`),
    );
    expect(headers).toEqual(['day', 'moment', 'zoned', 'fine', 'clock', 'never']);
    expect(rows).toEqual([
      [
        '2024-01-31',
        '2024-01-31 10:00:00.5',
        '2024-01-30 23:00:00Z',
        '2024-01-31 10:00:00.123456789',
        '10:00:00',
        null,
      ],
    ]);
  });

  it('of whole numbers are plain, however large', async () => {
    expect(await textsOf('9007199254740993::BIGINT, -5, 0, NULL')).toEqual([
      '9007199254740993',
      '-5',
      '0',
      null,
    ]);
    expect(await textsOf('18446744073709551615::UBIGINT')).toEqual(['18446744073709551615']);
  });

  it('of real numbers have neither exponent nor the dust of binary fractions', async () => {
    expect(
      await textsOf("0.1::DOUBLE, 100, -2.5, 1e20, 1.5e-7, -1e-5, -1.25e17, 'nan', -0.0, 12345.678901"),
    ).toEqual([
      '0.1',
      '100',
      '-2.5',
      '100000000000000000000',
      '0.00000015',
      '-0.00001',
      '-125000000000000000',
      null,
      '0',
      '12345.678901',
    ]);
    expect(await textsOf('0.1::FLOAT, 3.3')).toEqual(['0.1', '3.3']);
  });

  it('with three decimals cannot be taken for thousands', async () => {
    expect(await textsOf('1.234::DOUBLE, 0.125')).toEqual(['1.2340', '0.1250']);
    expect(await textsOf('1.234::DECIMAL(10, 3), 1.500, 12, -0.250')).toEqual([
      '1.2340',
      '1.5',
      '12',
      '-0.25',
    ]);
  });

  it('of truths are words', async () => {
    expect(await textsOf('true, false, NULL')).toEqual(['true', 'false', null]);
  });

  it('of texts are as they are; an empty one is nothing', async () => {
    expect(await textsOf(`'00123', ' a "b"', 'é\u{1F600}', '', NULL`)).toEqual([
      '00123',
      ' a "b"',
      'é\u{1F600}',
      null,
      null,
    ]);
  });

  it('of lists are joined by a mark that no value holds', async () => {
    const { rows } = await stage(
      await written(`SELECT ['a', NULL, 'b'] AS tools, ['x; y', 'z'] AS notes, [1.5, 2]::DOUBLE[] AS numbers,
        [';|', chr(10), 'a/b / c'] AS awkward, []::VARCHAR[] AS none, [DATE '2024-01-31'] AS days`),
    );
    expect(rows).toEqual([['a; b', 'x; y | z', '1.5; 2', '[";|","\\n","a/b / c"]', null, '2024-01-31']]);
  });

  it('of records become a column for each part, lists of records and maps JSON', async () => {
    const { headers, rows } = await stage(
      await written(`SELECT * FROM (VALUES
        ({'city': 'Rome', 'geo': {'lat': 41.9::DOUBLE, 'tags': ['a']}}, [{'n': 1}], MAP {'k': 'v'}),
        (NULL, NULL, NULL), ({'city': NULL, 'geo': NULL}, [], MAP {})) AS t(place, people, more)`),
    );
    expect(headers).toEqual(['place.city', 'place.geo.lat', 'place.geo.tags', 'people', 'more']);
    expect(rows).toEqual([
      ['Rome', '41.9', 'a', '[{"n":1}]', '{"k":"v"}'],
      [null, null, null, null, null],
      [null, null, null, null, null],
    ]);
  });

  it('of bytes are texts when all can be, and left out with a word when not', async () => {
    const { headers, rows, warnings } = await stage(
      await written(
        "SELECT 'Acme'::BLOB AS name, '\\xFF\\xD8'::BLOB AS photo, [{'b': '\\x00'::BLOB}] AS files, 1 AS id",
      ),
    );
    expect([headers, rows]).toEqual([['name', 'id'], [['Acme', '1']]]);
    expect(warnings).toEqual([
      '`photo` holds bytes, not text, and was left out.',
      '`files` holds bytes, not text, and was left out.',
    ]);
  });
});

describe('the columns of a Parquet file', () => {
  it('keep their order and get names of their own', async () => {
    const { headers, rows } = await stage(
      await written(`SELECT 1 AS z, 2 AS a, {'b': 3} AS "x", 4 AS "x.b", 5 AS "  "`),
    );
    expect(headers).toEqual(['z', 'a', 'x.b', 'x.b (2)', 'column 5']);
    expect(rows).toEqual([['1', '2', '3', '4', '5']]);
  });

  it('are as many as the file has', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => `${index} AS "column ${index}"`);
    const { headers, rows } = await stage(await written(`SELECT ${many.join(', ')}`));
    expect([headers.length, rows[0]?.at(-1)]).toEqual([3000, '2999']);
  });
});

describe('a Parquet file is refused', () => {
  const broken = { code: 'input.parquet-broken' };

  it('without rows', async () => {
    await expect(stage(await written('SELECT 1 AS id WHERE false'))).rejects.toMatchObject({
      code: 'input.no-rows',
    });
  });

  it('that breaks off, wherever', async () => {
    const path = await written('SELECT range AS id, hash(range) AS name FROM range(5000)');
    const { length } = await readFile(path);
    for (const size of [length - 1, length - 40, length >> 1, 20, 4, 2]) {
      await truncate(path, size);
      const error = await stage(path).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject(broken);
    }
    await expect(stage(path)).rejects.toThrow('a file of another kind');
    await truncate(path, 0);
    await expect(stage(path)).rejects.toMatchObject({ code: 'input.file-empty' });
  });

  it('whose rows are damaged', async () => {
    const path = await written("SELECT range AS id, 'Firm ' || range AS name FROM range(5000)");
    const bytes = await readFile(path);
    bytes.fill(0xff, 4, 3000);
    await writeFile(path, bytes);
    await expect(stage(path)).rejects.toMatchObject(broken);
  });

  it('that is something else, or nothing', async () => {
    const path = join(folder, 'named.parquet');
    await writeFile(path, 'id,name\n1,Acme\n');
    await expect(stage(path)).rejects.toThrow('a file of another kind');
    await expect(stage(join(folder, 'none.parquet'))).rejects.toMatchObject({ code: 'input.file-missing' });
    await expect(stage(folder)).rejects.toMatchObject({ code: 'input.not-a-file' });
  });
});
