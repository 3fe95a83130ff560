import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import {
  asc,
  type CsvOptions,
  column,
  csv,
  desc,
  type Engine,
  gt,
  integer,
  numberedParquet,
  parquet,
  type SourceRow,
  select,
  table,
} from '../../src/base/sql/index.ts';
import type { Facts } from './engine-contract.ts';
import { cellsOf } from './engine-evaluate.ts';

const columns = [
  { name: 'n', type: 'integer' },
  { name: 'the word', type: 'text' },
  { name: 'd', type: 'date' },
  { name: 'tools', type: 'text[]' },
] as const;
const rows = [
  [1, "it's", '2024-01-01', ['a', 'b']],
  [2, null, null, null],
  [3, 'x,"y"\nz', '1999-12-31', []],
] as const;
const all = columns.map(({ name }) => column(name));

const options: CsvOptions = {
  delimiter: ';',
  quote: '"',
  escape: '"',
  header: true,
  skip: 0,
  names: ['first', 'second'],
};

const sourceRows: AsyncIterable<readonly SourceRow[]> = {
  async *[Symbol.asyncIterator]() {
    yield [{ line: 2, cells: ['a', ' b\r\n"c", ', null] }];
    yield [
      { line: 5, cells: [] },
      { line: 6, cells: ['', '\0', null, 'late'] },
    ];
  },
};

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "engine it's [a] *?"));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function loaded(engine: Engine): Promise<void> {
  await engine.load('filed', columns, rows);
}

const numbered = (path: string) => numberedParquet(path, { rowNumber: '__row' });

/** Files: what is written reads back; an engine without files says so. */
export const fileFacts: Facts = {
  'a Parquet copy reads back with its types and order': (engine) =>
    inFolder(async (folder) => {
      await loaded(engine);
      const path = join(folder, "o'n [e].parquet");
      const query = select({ columns: all, from: table('filed'), orderBy: [desc(column('n'))] });
      expect(await engine.copy(query, { format: 'parquet', path })).toBe(3);
      const back = select({ columns: all, from: parquet(path) });
      expect(await cellsOf(engine, back)).toEqual(rows.toReversed());
      expect(await engine.describe(back)).toEqual(columns);
    }),
  'a copy in any order has every row once': (engine) =>
    inFolder(async (folder) => {
      await loaded(engine);
      const path = join(folder, 'any-order.parquet');
      const query = select({ columns: all, from: table('filed') });
      expect(await engine.copy(query, { format: 'parquet', path, anyOrder: true })).toBe(3);
      const back = select({ columns: all, from: parquet(path), orderBy: [asc(column('n'))] });
      expect(await cellsOf(engine, back)).toEqual(rows);
    }),
  'the rows of a Parquet file are numbered in its order': (engine) =>
    inFolder(async (folder) => {
      await loaded(engine);
      const path = join(folder, 'numbered.parquet');
      const query = select({ columns: all, from: table('filed'), orderBy: [desc(column('n'))] });
      await engine.copy(query, { format: 'parquet', path });
      const from = numberedParquet(path, { rowNumber: 'row', alias: 'f' });
      const columns = [column('row', 'f'), column('n', 'f')];
      const back = select({ columns, from, where: gt(column('row', 'f'), integer(1)) });
      expect((await cellsOf(engine, back)).toSorted()).toEqual([
        [2, 2],
        [3, 1],
      ]);
    }),
  'several Parquet files read as one table by the names of their columns': (engine) =>
    inFolder(async (folder) => {
      const paths = ['a', 'b'].map((name) => join(folder, name));
      const swapped = [column('the word'), column('n')];
      await loaded(engine);
      await engine.copy(select({ columns: [column('n'), column('the word')], from: table('filed') }), {
        format: 'parquet',
        path: paths[0]!,
      });
      await engine.copy(select({ columns: swapped, from: table('filed') }), {
        format: 'parquet',
        path: paths[1]!,
      });
      const query = select({ columns: [column('n')], from: parquet(paths), orderBy: [asc(column('n'))] });
      expect((await cellsOf(engine, query)).flat()).toEqual([1, 1, 2, 2, 3, 3]);
    }),
  'a text copy has a header and quotes what needs it': (engine) =>
    inFolder(async (folder) => {
      await loaded(engine);
      const path = join(folder, 'copy.csv');
      const query = select({ columns: all.slice(0, 3), from: table('filed'), orderBy: [asc(column('n'))] });
      expect(await engine.copy(query, { format: 'csv', path })).toBe(3);
      expect(await readFile(path, 'utf8')).toBe(
        'n,the word,d\n1,it\'s,2024-01-01\n2,,\n3,"x,""y""\nz",1999-12-31\n',
      );
    }),
  'a JSON copy is one object a line, and every line can be read': (engine) =>
    inFolder(async (folder) => {
      const wild = [...columns, { name: 'x', type: 'double' }] as const;
      const numbers = [2, Number.POSITIVE_INFINITY, -0.5];
      await engine.load(
        'wild',
        wild,
        rows.map((row, i) => [...row, numbers[i]!]),
      );
      const path = join(folder, 'copy.json');
      const names = wild.map(({ name }) => name);
      const query = select({
        columns: names.map((name) => column(name)),
        from: table('wild'),
        orderBy: [desc(column('n'))],
      });
      expect(await engine.copy(query, { format: 'json', path })).toBe(3);
      const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
      const cells = [2, null, -0.5];
      const expected = rows.map((row, i) =>
        Object.fromEntries([...row, cells[i]].map((c, j) => [names[j], c])),
      );
      expect(lines.map((line) => JSON.parse(line))).toEqual(expected.toReversed());
    }),
  'a delimited text file reads as texts': (engine) =>
    inFolder(async (folder) => {
      const path = join(folder, 'file.txt');
      await writeFile(path, 'a;b\n1,5;"x;y"\n;""\n');
      const query = select({ columns: [column('first'), column('second')], from: csv(path, options) });
      expect(await cellsOf(engine, query)).toEqual([
        ['1,5', 'x;y'],
        [null, null],
      ]);
    }),
  'rows that a connector read become a file of texts with the place of each': (engine) =>
    inFolder(async (folder) => {
      const path = join(folder, 'rows.parquet');
      expect(await engine.stageRows(sourceRows, path)).toEqual({ rows: 3, columns: 4 });
      const names = ['__row', '__line', 'c1', 'c2', 'c3', 'c4'];
      const query = select({ columns: names.map((name) => column(name)), from: numbered(path) });
      expect(await cellsOf(engine, query)).toEqual([
        [1, 2, 'a', ' b\r\n"c", ', null, null],
        [2, 5, null, null, null, null],
        [3, 6, null, '\0', null, 'late'],
      ]);
    }),
  'a Parquet file becomes one of texts': (engine) =>
    inFolder(async (folder) => {
      await loaded(engine);
      const path = join(folder, "o'n [e].parquet");
      await engine.copy(select({ columns: all, from: table('filed') }), { format: 'parquet', path });
      const to = join(folder, 'texts.parquet');
      const headers = columns.map(({ name }) => name);
      expect(await engine.stageParquet(path, to)).toEqual({ headers, rows: 3, leftOut: [] });
      const names = ['__row', 'c1', 'c2', 'c3', 'c4'];
      const query = select({ columns: names.map((name) => column(name)), from: numbered(to) });
      expect(await cellsOf(engine, query)).toEqual([
        [1, '1', "it's", '2024-01-01', 'a; b'],
        [2, '2', null, null, null],
        [3, '3', 'x,"y"\nz', '1999-12-31', null],
      ]);
    }),
  'a missing file fails the query': async (engine) => {
    const query = select({ columns: [column('n')], from: parquet('/no/such/file.parquet') });
    await expect(engine.rows(query)).rejects.toMatchObject({ code: 'system.query-failed' });
  },
  'a copy into a missing folder fails and leaves nothing': (engine) =>
    inFolder(async (folder) => {
      await loaded(engine);
      const path = join(folder, 'missing', 'copy.parquet');
      const query = select({ columns: all, from: table('filed') });
      await expect(engine.copy(query, { format: 'parquet', path })).rejects.toMatchObject({
        code: 'system.query-failed',
      });
      await mkdir(join(folder, 'missing'));
      expect(await engine.copy(query, { format: 'parquet', path })).toBe(3);
    }),
  'what an engine cannot do with files it refuses by name': async (engine) => {
    const query = select({ columns: [column('n')], from: parquet('file.parquet') });
    const refused = { code: 'system.not-supported' };
    expect(engine.capabilities).toEqual({ readsParquet: false, readsCsv: false, writesFiles: false });
    await expect(engine.rows(query)).rejects.toMatchObject(refused);
    await expect(engine.rows({ ...query, from: csv('file.csv', options) })).rejects.toMatchObject(refused);
    await expect(engine.copy(query, { format: 'csv', path: 'x.csv' })).rejects.toMatchObject(refused);
    await expect(engine.sniffCsv('file.csv', { delimiter: null })).rejects.toMatchObject(refused);
    await expect(engine.openCsv('file.csv', options)).rejects.toMatchObject(refused);
    await expect(engine.stageParquet('file.parquet', 'x.parquet')).rejects.toMatchObject(refused);
    await expect(engine.stageRows(sourceRows, 'x.parquet')).rejects.toMatchObject(refused);
  },
};
