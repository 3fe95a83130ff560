import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testContext, testSettings } from '../../../../test/connectors/test-context.ts';
import type { Engine } from '../../../base/sql/index.ts';
import { createDuckDbEngine } from '../../engines/duckdb/index.ts';
import type { ReadRequest } from '../records/index.ts';
import { createFolderConnector } from './index.ts';

let engine: Engine;
let folder: string;
let scratchFiles = 0;
const scratch = mkdtempSync(join(tmpdir(), 'bestfit-scratch-'));
const clock = { now: () => Date.now(), sleep: async () => undefined };
beforeAll(async () => {
  engine = await createDuckDbEngine({ memoryLimitMiB: 256, threads: 1 });
});
afterAll(async () => {
  await engine.close();
  rmSync(scratch, { recursive: true });
});
beforeEach(() => {
  folder = mkdtempSync(join(scratch, 'folder-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, ...lines: readonly string[]) =>
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
const open = (options: Readonly<Record<string, string>> = {}) =>
  createFolderConnector({ engine, scratchFile: () => join(scratch, `${++scratchFiles}`) }).open(
    testSettings('', { origin: null, options: { folder, ...options } }),
    testContext(clock, {}),
  );
const everything: Omit<ReadRequest, 'stream' | 'fields'> = {
  since: null,
  cursor: null,
  known: async () => [],
};
const idsOf = async (source: ReturnType<typeof open>, stream = 'a.csv') =>
  (await source.read({ ...everything, stream, fields: ['Name'] })).records.map(({ id }) => id);

describe('a folder of files', () => {
  it('has a stream for each file, and says which lines are no row', async () => {
    write('b.csv', 'Record ID,Name', '7,Ana');
    write('a.csv', 'Name,City', 'Clinica,Porto', 'Otra,Lyon,too,many,cells', 'Tercera,Vigo');
    const { streams, account } = await open().check();
    expect(account).toBe(folder);
    expect(streams).toEqual([
      { stream: 'a.csv', readable: true, writable: false, missing: 'lines that are no row: 1', records: 2 },
      { stream: 'b.csv', readable: true, writable: false, missing: null, records: 1 },
    ]);
    const page = await open().read({ ...everything, stream: 'a.csv', fields: ['City'] });
    expect(page.records.map(({ values }) => values.City)).toEqual(['Porto', 'Vigo']);
    expect(page.complete).toBe(false);
  });

  it('names records by the usual column, by that which a person said, else by their rows', async () => {
    write('a.csv', 'Name,Record ID,Code', 'Ana,7,x', 'Bea,9,y');
    expect(await idsOf(open())).toEqual(['7', '9']);
    expect(await idsOf(open({ 'id.a.csv': 'Code' }))).toEqual(['x', 'y']);
    write('a.csv', 'Name,Record ID', 'Ana,7', 'Bea,7');
    expect(await idsOf(open())).toEqual(['row 1', 'row 2']);
    write('a.csv', 'Name,Record ID', 'Ana,7', 'Bea,');
    expect(await idsOf(open())).toEqual(['row 1', 'row 2']);
  });

  it('is read again when a file changed, even to an older date, and else not', async () => {
    write('a.csv', 'Name', 'Ana');
    await new Promise((resolve) => setTimeout(resolve, 20));
    const since = new Date().toISOString();
    const read = () => open().read({ ...everything, stream: 'a.csv', fields: ['Name'], since });
    expect(await read()).toMatchObject({ records: [], next: null, complete: false });
    await new Promise((resolve) => setTimeout(resolve, 20));
    write('a.csv', 'Name', 'Bea');
    utimesSync(join(folder, 'a.csv'), 1000, 1000);
    expect(await read()).toMatchObject({ records: [{ values: { Name: 'Bea' } }], complete: true });
  });

  it('writes nothing', async () => {
    write('a.csv', 'Name', 'Ana');
    const [result] = await open().write('a.csv', [{ id: 'row 1', values: { Name: 'x' } }]);
    expect(result).toMatchObject({ kind: 'failed', code: 'only-read' });
  });
});
