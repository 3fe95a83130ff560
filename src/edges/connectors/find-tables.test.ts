import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipOf } from '../../../test/zip-of.ts';
import { findTables } from './find-tables.ts';

const table = 'name,city\nAcme,Rome\n';
let folder: string;
let next = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bestfit-find-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** Writes files below a folder of their own and gives its path. */
async function place(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  next += 1;
  const root = join(folder, String(next));
  await mkdir(root);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), content);
  }
  return root;
}

async function find(...given: readonly string[]) {
  const scratch = await mkdtemp(join(folder, 'scratch-'));
  let files = 0;
  const scratchFile = () => {
    files += 1;
    return join(scratch, String(files));
  };
  const shares: number[] = [];
  const found = await findTables(given, { scratchFile, onUnpack: (_, done) => shares.push(done) });
  return { ...found, shares, scratch };
}

async function findIn(name: string, content: string | Uint8Array) {
  return find(join(await place({ [name]: content }), name));
}

describe('a file', () => {
  it('is one table, named after it', async () => {
    const { tables, warnings } = await findIn('Deals.CSV', table);
    expect(tables).toMatchObject([{ source: 'Deals.CSV', part: null, connector: { name: 'csv' } }]);
    expect(tables[0]?.path).toBe(tables[0]?.location);
    expect(warnings).toEqual([]);
  });

  it('may have a # in its name', async () => {
    const { tables } = await findIn('no#1.csv', table);
    expect(tables[0]?.source).toBe('no#1.csv');
  });

  it('is refused when it is missing, of an unknown kind, or has no parts to name', async () => {
    const root = await place({ 'a.csv': table, 'notes.doc': 'x' });
    await expect(find(join(root, 'b.csv'))).rejects.toMatchObject({ code: 'input.file-missing' });
    await expect(find(join(root, 'b.csv#x'))).rejects.toMatchObject({ code: 'input.file-missing' });
    await expect(find(join(root, 'a.csv#x'))).rejects.toMatchObject({
      code: 'input.unknown-part',
      params: { part: 'x', parts: [] },
    });
    await expect(find(join(root, 'notes.doc'))).rejects.toMatchObject({
      code: 'input.unknown-format',
      message: expect.stringContaining('.csv'),
    });
  });
});

describe('a folder', () => {
  it('gives its tables and those of the folders in it, by name', async () => {
    const root = await place({ 'b.csv': table, 'a/z.tsv': table, 'a/c.txt': table });
    const { tables, warnings } = await find(root);
    expect(tables.map(({ location }) => location)).toEqual(
      ['a/c.txt', 'a/z.tsv', 'b.csv'].map((name) => join(root, name)),
    );
    expect(tables.every(({ given }) => given === root)).toBe(true);
    expect(warnings).toEqual([]);
  });

  it('names what it leaves out: hidden, of an unknown kind, or behind a link to a folder', async () => {
    const root = await place({ 'a.csv': table, '.hidden.csv': table, 'report.pdf': 'x', 'b/.DS_Store': '' });
    await symlink(folder, join(root, 'loop'));
    const { tables, warnings } = await find(root);
    expect(tables).toHaveLength(1);
    expect(warnings).toHaveLength(1);
    for (const name of ['4 files were', '.hidden.csv', 'report.pdf', 'b/.DS_Store', 'loop'])
      expect(warnings[0]).toContain(name);
  });

  it('is refused when it is empty or holds nothing that is read', async () => {
    const empty = await place({});
    await expect(find(empty)).rejects.toMatchObject({ code: 'input.no-tables', exit: 3 });
    const other = await place({ 'a.doc': 'x', 'b.pdf': 'y' });
    await expect(find(other)).rejects.toMatchObject({
      code: 'input.no-tables',
      message: expect.stringContaining('`a.doc`, `b.pdf`'),
    });
  });

  it('opens the archives in it', async () => {
    const root = await place({
      'a.csv.gz': gzipSync(table),
      'b.zip': zipOf([{ name: 'c.csv', content: table }]),
    });
    const { tables } = await find(root);
    expect(tables.map(({ source }) => source)).toEqual(['a.csv', 'c.csv']);
  });
});

describe('a file in gzip', () => {
  it('is unpacked and named without .gz', async () => {
    const { tables, shares } = await findIn('deals.csv.gz', gzipSync(table));
    expect(tables).toMatchObject([
      { source: 'deals.csv', location: expect.stringMatching(/deals\.csv\.gz$/) },
    ]);
    expect(await readFile(tables[0]?.path ?? '', 'utf8')).toBe(table);
    expect(shares.at(-1)).toBe(1);
  });

  it('may be of several streams one after the other', async () => {
    const { tables } = await findIn('a.csv.gz', Buffer.concat([gzipSync(table), gzipSync('Beta,Bonn\n')]));
    expect(await readFile(tables[0]?.path ?? '', 'utf8')).toBe(`${table}Beta,Bonn\n`);
  });

  it('is refused when it is cut off, damaged, no gzip or of an unknown kind', async () => {
    const packed = gzipSync(table.repeat(1000));
    const broken = { code: 'input.archive-broken', exit: 3 };
    await expect(findIn('a.csv.gz', packed.subarray(0, -12))).rejects.toMatchObject(broken);
    await expect(findIn('a.csv.gz', packed.fill(0xaa, 30, 60))).rejects.toMatchObject(broken);
    await expect(findIn('a.csv.gz', table)).rejects.toMatchObject(broken);
    await expect(findIn('a.tar.gz', packed)).rejects.toMatchObject({ code: 'input.unknown-format' });
  });

  it('is refused when it unpacks to more than 200 times its size', async () => {
    const bomb = gzipSync(Buffer.alloc(101_000_000, 'a'));
    await expect(findIn('a.csv.gz', bomb)).rejects.toMatchObject({
      code: 'input.archive-too-large',
      params: { packed: bomb.length, most: 'more than 200 times its size' },
    });
  });
});

describe('a ZIP archive', () => {
  it('gives its tables, each named by its base name', async () => {
    const { tables, warnings } = await findIn(
      'export.zip',
      zipOf([
        { name: 'crm/', content: '' },
        { name: 'crm/deals.csv', content: table },
        { name: 'accounts.tsv.gz', content: gzipSync(table) },
        { name: '__MACOSX/crm/._deals.csv', content: 'x' },
        { name: 'crm/.hidden.csv', content: 'x' },
        { name: 'read me.pdf', content: 'x' },
        { name: 'inner.zip', content: 'x' },
      ]),
    );
    expect(tables.map(({ source }) => source)).toEqual(['deals.csv', 'accounts.tsv']);
    expect(tables[0]?.location).toMatch(/export\.zip\/crm\/deals\.csv$/);
    for (const { path } of tables) expect(await readFile(path, 'utf8')).toBe(table);
    expect(warnings).toEqual([expect.stringContaining('2 files were not read: `read me.pdf`, `inner.zip`')]);
  });

  it('is refused when nothing in it is read', async () => {
    const archive = zipOf([{ name: 'a.pdf', content: 'x' }]);
    await expect(findIn('a.zip', archive)).rejects.toMatchObject({ code: 'input.no-tables' });
  });

  it('is refused when it is cut off, none, or its sizes are not true', async () => {
    const archive = zipOf([{ name: 'a.csv', content: table.repeat(100) }]);
    const broken = { code: 'input.archive-broken', exit: 3 };
    await expect(findIn('a.zip', archive.subarray(0, -30))).rejects.toMatchObject(broken);
    await expect(findIn('a.zip', 'no archive at all')).rejects.toMatchObject(broken);
    const lying = zipOf([{ name: 'a.csv', content: table.repeat(100), declared: 5 }]);
    await expect(findIn('a.zip', lying)).rejects.toMatchObject(broken);
  });

  it('is refused when a file in it is protected with a password', async () => {
    const archive = zipOf([{ name: 'a.csv', content: table, encrypted: true }]);
    await expect(findIn('a.zip', archive)).rejects.toMatchObject({
      code: 'input.archive-encrypted',
      params: { entry: 'a.csv' },
    });
  });

  it.each(['../../evil.csv', '/etc/evil.csv', 'a/../../evil.csv', 'C:\\evil.csv', '..\\evil.csv'])(
    'is refused when a name leads out of it: %s',
    async (name) => {
      const archive = zipOf([{ name, content: table }]);
      const root = await place({ 'a.zip': archive });
      await expect(find(join(root, 'a.zip'))).rejects.toMatchObject({ code: 'input.archive-unsafe' });
      expect(await readdir(root)).toEqual(['a.zip']);
    },
  );

  it('is refused when all it unpacks to is more than 200 times its size, small as each file may be', async () => {
    const part = 'a'.repeat(30_000_000);
    const archive = zipOf(['a', 'b', 'c', 'd'].map((name) => ({ name: `${name}.csv`, content: part })));
    await expect(findIn('bomb.zip', archive)).rejects.toMatchObject({ code: 'input.archive-too-large' });
  });
});

it('several names give their tables in the order of the names', async () => {
  const root = await place({ 'b.csv': table, 'a.csv': table });
  const { tables } = await find(join(root, 'b.csv'), join(root, 'a.csv'));
  expect(tables.map(({ path }) => basename(path))).toEqual(['b.csv', 'a.csv']);
});
