import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { commitText, temporaryFolder, temporaryStore } from '../../../test/store/temporary-workspace.ts';
import { BestfitError } from '../../base/errors/index.ts';
import { openDriver } from './driver.ts';
import { toStoreFailure } from './store-failure.ts';

/** What a body throws. */
function thrown(body: () => unknown): unknown {
  try {
    body();
  } catch (error) {
    return error;
  }
  throw new Error('it did not throw');
}

describe('a second writer', () => {
  it('waits, then is told that another one is writing; nothing is lost', async () => {
    const store = await temporaryStore({ busyMs: 50 });
    await commitText(store, 'first');
    const other = openDriver(join(store.path, 'catalog.db'), { busyMs: 0 });
    onTestFinished(() => other.close());
    other.exec('begin immediate');
    await expect(store.setSetting('a', 1)).rejects.toMatchObject({ code: 'store.busy', exit: 3 });
    await expect(commitText(store, 'second')).rejects.toMatchObject({ code: 'store.busy' });
    expect((await store.head())?.what).toBe('first');
    other.exec('rollback');
    await commitText(store, 'second');
    expect((await store.head())?.what).toBe('second');
  });
});

describe('a full disk', () => {
  it('is named when the catalog cannot grow', () => {
    const db = openDriver(join(temporaryFolder(), 'small.db'), { busyMs: 0 });
    onTestFinished(() => db.close());
    db.exec('create table t (x); pragma max_page_count = 2');
    const full = thrown(() =>
      db.transaction(() => db.run('insert into t values (randomblob(?))', [100_000])),
    );
    expect(toStoreFailure(full, 'acme')).toMatchObject({ code: 'store.disk-full', exit: 3, cause: full });
    db.transaction(() => db.run('insert into t values (?)', [1]));
    expect(db.all('select x from t', [])).toEqual([{ x: 1 }]);
  });

  it.skipIf(!existsSync('/dev/full'))('is named when a file cannot be written (needs /dev/full)', () => {
    const full = thrown(() => writeFileSync('/dev/full', 'x'));
    expect(toStoreFailure(full, 'acme')).toMatchObject({ code: 'store.disk-full' });
  });
});

describe('other failures', () => {
  it('stay what they are', () => {
    const own = new BestfitError('store.nothing-to-undo', { workspace: 'acme' });
    const mistake = new TypeError('x is not a function');
    expect(toStoreFailure(own, 'acme')).toBe(own);
    expect(toStoreFailure(mistake, 'acme')).toBe(mistake);
  });
});
