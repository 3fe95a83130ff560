import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileRequest } from '../../../../test/file-request.ts';
import { asc, column, type Engine, numberedParquet, select } from '../../../base/sql/index.ts';
import { createDuckDbEngine } from '../../engines/duckdb/index.ts';
import { csvConnector } from './csv-connector.ts';

let folder: string;
let engine: Engine;
let next = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bestfit-csv-'));
  engine = await createDuckDbEngine({ tempDirectory: join(folder, 'spill') });
});

afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

async function write(content: string | Uint8Array, name = 'file.csv'): Promise<string> {
  next += 1;
  const path = join(folder, `${next}-${name}`);
  await writeFile(path, content);
  return path;
}

async function stage(content: string | Uint8Array, said: { delimiter?: string; encoding?: string } = {}) {
  const path = await write(content);
  return csvConnector.stage(engine, fileRequest(path, `${path}.parquet`, said));
}

async function cells(staged: Awaited<ReturnType<typeof stage>>) {
  const columns = [column('__row'), ...staged.columns.map((name) => column(name))];
  const from = numberedParquet(staged.path, { rowNumber: '__row' });
  return engine.rows(select({ columns, from, orderBy: [asc(column('__row'))] }));
}

describe('a file that is no table is refused', () => {
  const refusals: readonly (readonly [string, string | Uint8Array, object])[] = [
    ['an empty file', '', { code: 'input.file-empty' }],
    ['a file of blanks', ' \n\n', { code: 'input.file-empty' }],
    ['a byte order mark alone', '\uFEFF', { code: 'input.file-empty' }],
    ['a header without rows', 'name,city\n', { code: 'input.no-rows', params: { columns: 2 } }],
    [
      'a workbook named .csv',
      Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2]),
      { code: 'input.binary', params: { looksLike: expect.stringContaining('Excel workbook (.xlsx)') } },
    ],
    ['text in UTF-32', Uint8Array.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), { code: 'input.binary' }],
    [
      'bytes without a pattern',
      Uint8Array.from({ length: 600 }, (_, i) => 1 + ((i * 7) % 255)),
      { code: 'input.binary' },
    ],
    ['a file with NUL bytes', 'name\nAc\0me\n', { code: 'input.binary' }],
    [
      'text in UTF-8 with a broken header',
      Buffer.concat([Buffer.from('na\xffme,city\n', 'latin1'), Buffer.from('Café,Málaga\n'.repeat(9))]),
      { code: 'input.broken-header', params: { line: 1 } },
    ],
    [
      'two columns of one name',
      'Name,city,name\na,b,c\n',
      { code: 'input.duplicate-headers', params: { headers: ['Name', 'name'] } },
    ],
    [
      'a quote that is never closed',
      'a,b\n1,2\n3,"4\n5,6\n',
      { code: 'input.unclosed-quote', params: { line: 3 } },
    ],
  ];

  it.each(refusals)('%s', async (_, content, refusal) => {
    await expect(stage(content)).rejects.toMatchObject({ exit: 3, ...refusal });
  });

  it('a missing file', async () => {
    const to = join(folder, 'x.parquet');
    const missing = csvConnector.stage(engine, fileRequest(join(folder, 'no.csv'), to));
    await expect(missing).rejects.toMatchObject({ code: 'input.file-missing', exit: 3 });
  });

  it('a folder', async () => {
    const asked = csvConnector.stage(engine, fileRequest(folder, join(folder, 'x.parquet')));
    await expect(asked).rejects.toMatchObject({ code: 'input.not-a-file' });
  });

  it('a file read with a delimiter that it does not have, naming the one it has', async () => {
    await expect(stage('name;city\nAcme;Rome\nBeta;Paris\n', { delimiter: ',' })).rejects.toMatchObject({
      code: 'input.wrong-delimiter',
      params: { found: ';', header: 'name;city' },
    });
  });
});

describe('a table is staged as texts', () => {
  it('with the delimiter that it has', async () => {
    const staged = await stage('name;city\nAcme;Rome\nBeta;Paris\n');
    expect(staged).toMatchObject({ headers: ['name', 'city'], rows: 2, how: 'semicolon-separated, UTF-8' });
  });

  it('also when most of its rows are ragged', async () => {
    const staged = await stage('id,name,n\n1,a\n2,b,3\n3,c\n4,d\n');
    expect(staged).toMatchObject({ headers: ['id', 'name', 'n'], rows: 1, rejectedTotal: 3 });
  });

  it('with ragged rows apart, each with its line, quoted newlines and blank lines counted', async () => {
    const staged = await stage('id,name,n\n1,"two\nlines",3\n\n2,b\n3,"c",4\n4,d,5,6\n');
    expect(staged.rows).toBe(2);
    expect(staged.rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [5, '2 cells where the table has 3'],
      [7, '4 cells where the table has 3'],
    ]);
    expect(await staged.lineOf([1, 2])).toEqual([2, 6]);
  });

  it('without the empty cells beyond the last column', async () => {
    const staged = await stage('a,b\n1,2,\n3,4,,\n5,6,""\n7,8,9\n');
    expect(staged).toMatchObject({ headers: ['a', 'b'], rows: 3, rejectedTotal: 1 });
    expect(await staged.lineOf([3])).toEqual([4]);
  });

  it('with a name for a column that has none', async () => {
    expect((await stage('a,,c\n1,2,3\n')).headers).toEqual(['a', 'column 2', 'c']);
  });

  it('with lines above the header left out and said', async () => {
    const staged = await stage('Report of May\n\nname,city,seats\nAcme,Rome,3\nBeta,Paris,4\nGamma,Bonn,5\n');
    expect(staged.headers).toEqual(['name', 'city', 'seats']);
    expect(staged.warnings).toHaveLength(1);
    expect(await staged.lineOf([1, 3])).toEqual([4, 6]);
  });

  it('without the byte order mark', async () => {
    expect((await stage('\uFEFFname,city\nAcme,Rome\n')).headers).toEqual(['name', 'city']);
  });
});

describe('lines of rows', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '1', ' ', ',', '"', '\n', 'é'), maxLength: 6 });
  const tables = fc.record({
    rows: fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
    newline: fc.constantFrom('\n', '\r\n'),
    blanks: fc.array(fc.nat(12), { maxLength: 3 }),
  });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

  it('are where the rows begin, whatever stands between them', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async ({ rows, newline, blanks }) => {
        const expected: { line: number; first: string }[] = [];
        let line = 2;
        const body = rows.map((row, index) => {
          const gap = blanks.includes(index) ? newline : '';
          if (gap !== '') line += 1;
          const texts = row.map((cell, at) => (at === 0 ? `k${index}${cell}` : cell));
          if (texts.length >= 3 && texts.slice(3).join('') === '')
            expected.push({ line, first: texts[0] as string });
          line += 1 + texts.join('').split('\n').length - 1;
          return gap + texts.map(quoted).join(',') + newline;
        });
        const path = await write(`one,two,three${newline}${body.join('')}`);
        const staged = await csvConnector.stage(
          engine,
          fileRequest(path, `${path}.parquet`, { delimiter: ',' }),
        );
        expect(staged.rows + staged.rejectedTotal).toBe(rows.length);
        const kept = await cells(staged);
        const lines = await staged.lineOf(kept.map((row) => Number(row.__row)));
        expect(kept.map((row, index) => ({ line: lines[index], first: row.c1 }))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
