import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adoptText, commitText, temporaryStore } from '../../../test/store/temporary-workspace.ts';
import { openDriver } from './driver.ts';

describe('checkUp', () => {
  it('finds nothing in a sound workspace', async () => {
    const store = await temporaryStore();
    await commitText(store, 'first');
    const found = await store.checkUp();
    expect(found).toMatchObject({ catalog: [], unwritable: [], leftovers: { files: 0, bytes: 0 } });
    expect(found.files).toMatchObject([{ table: 'accounts', of: 'head', rows: 1, fault: null }]);
    expect(found.free).toBeGreaterThan(0);
  });

  it('says of each file what needs it and what is wrong with it', async () => {
    const store = await temporaryStore();
    const gone = await commitText(store, 'first');
    const altered = await commitText(store, 'second');
    rmSync(store.filePath(gone));
    const path = store.filePath(altered);
    writeFileSync(path, 'something else');
    const { files } = await store.checkUp();
    expect(files.map(({ file, of, fault }) => ({ file, of, fault }))).toEqual([
      { file: altered.file, of: 'head', fault: 'altered' },
      { file: gone.file, of: 'earlier', fault: 'missing' },
    ]);
  });

  it('counts files that nothing refers to', async () => {
    const store = await temporaryStore();
    await adoptText(store, 'nobody needs it');
    expect((await store.checkUp()).leftovers).toEqual({ files: 1, bytes: 15 });
  });

  it('finds rows of the catalog that refer to nothing', async () => {
    const store = await temporaryStore();
    await commitText(store, 'first');
    const db = openDriver(join(store.path, 'catalog.db'), { busyMs: 0 });
    db.exec('pragma foreign_keys = off; delete from commits');
    db.close();
    const found = await store.checkUp();
    expect(found.catalog.toSorted()).toEqual([
      'rows of `commit_files` refer to rows that are not there',
      'rows of `head` refer to rows that are not there',
    ]);
  });

  it('hides nothing behind an old time', async () => {
    const store = await temporaryStore();
    const ref = await commitText(store, 'first');
    const path = store.filePath(ref);
    writeFileSync(path, 'X'.repeat('accounts of first'.length));
    utimesSync(path, new Date(0), new Date(0));
    expect((await store.checkUp()).files[0]?.fault).toBe('altered');
  });
});
