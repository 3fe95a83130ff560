import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';
import { type TestWorkspace, testWorkspace } from './test-workspace.ts';
import { zipOf } from './zip-of.ts';

const rows = Array.from({ length: 30_000 }, (_, i) => `${i},Firm ${i},${i % 90}`);
const good = `id,name,employees\n${rows.join('\n')}\n`;
const records = rows.map((_, i) => `{"id": ${i}, "name": "Firm ${i}"}`);
const unclosed = `${good}30001,"Firm,5\n${good.slice(18)}`;
const part = 'a'.repeat(30_000_000);

/** Files that are refused at different moments: while they are unpacked, read, staged, or when all were parsed. */
const refused: readonly (readonly [string, string, () => string | Uint8Array])[] = [
  ['a gzip bomb', 'bomb.csv.gz', () => gzipSync(Buffer.alloc(101_000_000, 'a'))],
  [
    'a ZIP bomb',
    'bomb.zip',
    () => zipOf(['a', 'b', 'c', 'd'].map((name) => ({ name: `${name}.csv`, content: part }))),
  ],
  ['a gzip that is cut off', 'cut.csv.gz', () => gzipSync(good).subarray(0, -100)],
  ['a gzip of a table that is broken', 'broken.csv.gz', () => gzipSync(unclosed)],
  ['a ZIP that is cut off', 'cut.zip', () => zipOf([{ name: 'a.csv', content: good }]).subarray(0, -30)],
  [
    'a ZIP whose second file has a password',
    'locked.zip',
    () =>
      zipOf([
        { name: 'a.csv', content: good },
        { name: 'b.csv', content: good, encrypted: true },
      ]),
  ],
  [
    'a ZIP whose second file leads out of it',
    'evil.zip',
    () =>
      zipOf([
        { name: 'a.csv', content: good },
        { name: '../evil.csv', content: good },
      ]),
  ],
  [
    'a ZIP whose second file is broken',
    'half.zip',
    () =>
      zipOf([
        { name: 'a.csv', content: good },
        { name: 'b.json', content: '[{"a": 1}, {"a": ' },
      ]),
  ],
  ['a table with a quotation mark that is never closed', 'broken.csv', () => unclosed],
  ['UTF-16 that holds NUL characters', 'nul.csv', () => Buffer.from(`\ufeff${good}\0`, 'utf16le')],
  ['a table most of whose rows are set aside', 'repeats.csv', repeats],
  ['JSON that breaks at its end', 'broken.json', () => `[${records.join(',\n')}, {"id": `],
  [
    'a workbook that is cut off',
    'cut.xlsx',
    () => zipOf([{ name: 'xl/workbook.xml', content: '<workbook>' }]),
  ],
  [
    'Parquet that is cut off',
    'cut.parquet',
    () => Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(500, 7)]),
  ],
];

/** Rows that repeat the key of an earlier one are set aside. */
function repeats(): string {
  return `account id,name\n${rows.map((_, i) => `${i % 9000},Firm ${i}`).join('\n')}\n`;
}

/** Every file below a folder, and folders that hold none. */
async function contents(folder: string): Promise<readonly string[]> {
  return (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/')).toSorted();
}

describe('a refused import of the command line leaves nothing on the way', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bestfit-refused-'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  it.each(refused)('of %s', async (_, name, content) => {
    const own = await mkdtemp(join(folder, 'own-'));
    const [workspace, temporary] = [join(own, 'workspace'), await mkdtemp(join(own, 'tmp-'))];
    const file = join(own, name);
    await writeFile(file, content());
    const run = await runCli(['-w', workspace, 'import', file], { env: { TMPDIR: temporary } });
    expect([run.status, run.stdout]).toEqual([3, '']);
    expect(await contents(workspace)).toEqual(['catalog.db', 'data', 'data/drafts']);
    expect(await contents(temporary)).toEqual([]);
  });
});

describe('a refused import of a process that goes on leaves no scratch file', () => {
  let workspace: TestWorkspace;

  beforeEach(async () => {
    workspace = await testWorkspace();
  });

  afterEach(() => workspace.dispose());

  it.each(refused)('of %s', async (_, name, content) => {
    const bytes = content();
    await expect(
      workspace.import({ 'good.csv': 'id,name\n1,Acme\n', [name]: { text: bytes } }),
    ).rejects.toMatchObject({ exit: 3 });
    expect(await readdir(join(workspace.store.path, 'data', 'drafts'))).toEqual([]);
  });
});
