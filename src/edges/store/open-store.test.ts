import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder, temporaryStore } from '../../../test/store/temporary-workspace.ts';
import { openDriver } from './driver.ts';
import { openStore } from './open-store.ts';

const refusal = (code: string, words: string) => ({ code, message: expect.stringContaining(words) });

describe('openStore', () => {
  it('makes a workspace of an empty folder when asked to', async () => {
    const path = join(temporaryFolder(), 'new', 'workspace');
    const store = await temporaryStore({ path });
    expect(await store.head()).toBeNull();
    expect(await store.commits()).toEqual([]);
    expect(existsSync(join(path, 'catalog.db'))).toBe(true);
    expect(existsSync(join(path, 'data', 'drafts'))).toBe(true);
  });

  it('opens a workspace again without being asked to make one', async () => {
    const path = temporaryFolder();
    await (await openStore(path, { create: true })).close();
    const store = await temporaryStore({ path, create: false });
    expect(store.path).toBe(path);
  });

  it('works in write-ahead mode with full durability', async () => {
    const store = await temporaryStore();
    const db = openDriver(join(store.path, 'catalog.db'), { busyMs: 0 });
    expect(db.all('pragma journal_mode', [])).toEqual([{ journal_mode: 'wal' }]);
    db.close();
  });

  it('refuses a folder that is not there, is a file, or holds no catalog', async () => {
    const folder = temporaryFolder();
    const missing = openStore(join(folder, 'nowhere'));
    await expect(missing).rejects.toMatchObject(refusal('store.not-a-workspace', 'no such folder'));
    writeFileSync(join(folder, 'file'), '');
    const file = openStore(join(folder, 'file'), { create: true });
    await expect(file).rejects.toMatchObject(refusal('store.not-a-workspace', 'it is a file'));
    await expect(openStore(folder)).rejects.toMatchObject(
      refusal('store.not-a-workspace', 'holds no `catalog.db`'),
    );
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it("leaves somebody else's SQLite file alone", async () => {
    const folder = temporaryFolder();
    const other = openDriver(join(folder, 'catalog.db'), { busyMs: 0 });
    other.exec('create table songs (title text)');
    other.close();
    const opened = openStore(folder, { create: true });
    await expect(opened).rejects.toMatchObject(refusal('store.not-a-workspace', 'not made by Bestfit'));
  });

  it('calls a catalog that is no database damaged', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'catalog.db'), 'Not a database. '.repeat(500));
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'store.damaged', exit: 1 });
  });

  it('refuses a workspace of a newer Bestfit', async () => {
    const store = await temporaryStore();
    const db = openDriver(join(store.path, 'catalog.db'), { busyMs: 0 });
    db.exec('pragma user_version = 9000');
    db.close();
    const refused = refusal('store.newer-schema', '9000');
    await expect(openStore(store.path)).rejects.toMatchObject(refused);
  });

  it('finishes a workspace whose making was cut short', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'catalog.db'), '');
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'store.not-a-workspace' });
    const store = await temporaryStore({ path: folder });
    expect(await store.head()).toBeNull();
  });

  it.skipIf(process.platform === 'win32')('refuses a folder that it may not write to', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'workspace');
    mkdirSync(path);
    chmodSync(folder, 0o755);
    chmodSync(path, 0o555);
    const opened = await asOrdinaryUser(() => openStore(path, { create: true }));
    await expect(opened).rejects.toMatchObject({ code: 'store.read-only', exit: 3 });
  });
});

/** Root may write everywhere, so it steps down for the call. */
async function asOrdinaryUser<T>(body: () => Promise<T>): Promise<() => Promise<T>> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.('nobody');
  try {
    const result = await body();
    return async () => result;
  } catch (error) {
    return async () => {
      throw error;
    };
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
