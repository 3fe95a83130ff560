import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileRequest } from '../../../test/file-request.ts';
import {
  type Cell,
  type ColumnInfo,
  column,
  type Engine,
  parquet,
  plainRow,
  select,
} from '../../base/sql/index.ts';
import { findTables } from '../connectors/index.ts';
import { createDuckDbEngine } from '../engines/duckdb/index.ts';
import { writeXlsx } from './write-xlsx.ts';

let engine: Engine;
let folder: string;
let made = 0;

beforeAll(async () => {
  engine = await createDuckDbEngine({ memoryLimitMiB: 512 });
  folder = await mkdtemp(join(tmpdir(), 'bestfit-write-xlsx-'));
});

afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

const columns: readonly ColumnInfo[] = [
  { name: 'account', type: 'text' },
  { name: 'size', type: 'integer' },
  { name: 'value', type: 'double' },
  { name: 'since', type: 'date' },
  { name: 'active', type: 'boolean' },
  { name: '__proto__', type: 'text[]' },
];

async function write(rows: readonly (readonly Cell[])[], of = columns): Promise<string> {
  made += 1;
  const path = join(folder, `list [${made}].xlsx`);
  const names = of.map(({ name }) => name);
  async function* batches() {
    for (const row of rows) yield [plainRow(names, (index) => row[index] ?? null)];
  }
  expect(await writeXlsx(path, { name: path, columns: of, batches: batches() })).toBe(rows.length);
  return path;
}

/** Headers and cells as our own import reads them. */
async function readOurs(path: string) {
  const context = { scratchFile: () => '', onUnpack: () => undefined };
  const { tables } = await findTables([path], context);
  const [{ connector, part }] = tables as [(typeof tables)[number]];
  const staged = await connector.stage(engine, fileRequest(path, `${path}.parquet`, { part }));
  const of = staged.columns.map((name) => column(name));
  const rows = await engine.rows(select({ columns: of, from: parquet(staged.path) }));
  return { ...staged, cells: rows.map((row) => staged.columns.map((name) => row[name] ?? null)) };
}

const rows: readonly (readonly Cell[])[] = [
  ['Acme & <Sons>', 12, -1.5, '2024-02-29', true, ['a', 'b']],
  ['=1+1', -3, 0.1, '1900-03-01', false, []],
  [' two\nlines ', null, 1e21, '1899-12-31', null, null],
  ['_x0041_ \u0007 \r', 9_007_199_254_740_991, 1e-7, '9999-12-31', true, ['only']],
];

describe('a workbook', () => {
  it('reads back with the kinds that its columns have', async () => {
    const { headers, cells, how } = await readOurs(await write(rows));
    expect(how).toBe('Excel workbook, sheet `list  1`');
    expect(headers).toEqual(columns.map(({ name }) => name));
    expect(cells).toEqual([
      ['Acme & <Sons>', '12', '-1.5', '2024-02-29', 'TRUE', 'a; b'],
      ['=1+1', '-3', '0.1', '1900-03-01', 'FALSE', null],
      [' two\nlines ', null, '1000000000000000000000', '1899-12-31', null, null],
      ['_x0041_ \u0007 \r', '9007199254740991', '0.0000001', '9999-12-31', 'TRUE', 'only'],
    ]);
  });

  it('is the same to another program: numbers, days, yes and no, and no formula', async () => {
    const [sheet] = await readXlsxFile(await write(rows), { trim: false });
    const [header, first, second] = sheet?.data ?? [];
    expect(header).toEqual(columns.map(({ name }) => name));
    expect(first).toEqual(['Acme & <Sons>', 12, -1.5, new Date('2024-02-29'), true, 'a; b']);
    expect(second).toEqual(['=1+1', -3, 0.1, new Date('1900-03-01'), false, null]);
  });

  it('without rows has its header', async () => {
    const [sheet] = await readXlsxFile(await write([]));
    expect(sheet?.data).toEqual([columns.map(({ name }) => name)]);
  });

  it('of the same rows is the same file', async () => {
    const one = await readFile(await write(rows.slice(0, 1), columns.slice(0, 2)));
    made -= 1;
    expect(await readFile(await write(rows.slice(0, 1), columns.slice(0, 2)))).toEqual(one);
  });

  it('refuses a text, rows and columns that no sheet holds', async () => {
    const refused = (what: string) => ({ code: 'export.beyond-excel', params: { what } });
    await expect(write([['x'.repeat(32_768)]])).rejects.toMatchObject(
      refused('a text of 32,768 characters in the column `account`'),
    );
    const wide = Array.from({ length: 16_385 }, (_, i): ColumnInfo => ({ name: `c${i}`, type: 'text' }));
    await expect(write([], wide)).rejects.toMatchObject(refused('16,385 columns'));
    const many = Array.from({ length: 1024 }, () => ({}));
    async function* batches() {
      for (let batch = 0; batch < 1024; batch += 1) yield many;
    }
    const path = join(folder, 'many.xlsx');
    const none = { name: path, columns: [], batches: batches() };
    await expect(writeXlsx(path, none)).rejects.toMatchObject(refused('1,048,576 rows'));
  });

  it('gives back every text that can be written', async () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 30 })
      .filter((each) => !each.includes('\0'));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (texts) => {
        const path = await write(
          [['Key', 'Text'], ...texts.map((each) => ['key', each])],
          [
            { name: 'key', type: 'text' },
            { name: 'text', type: 'text' },
          ],
        );
        const { cells } = await readOurs(path);
        expect(cells.slice(1).map(([, cell]) => cell)).toEqual(texts);
      }),
      { numRuns: 20 },
    );
  });
});
