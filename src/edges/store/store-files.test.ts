import { createHash } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adoptText, commitText, temporaryStore } from '../../../test/store/temporary-workspace.ts';

describe('adopt', () => {
  it('names a file by the SHA-256 of its content', async () => {
    const store = await temporaryStore();
    const ref = await adoptText(store, 'some rows');
    expect(ref).toEqual({ file: createHash('sha256').update('some rows').digest('hex'), rows: 1 });
    expect(readFileSync(store.filePath(ref), 'utf8')).toBe('some rows');
    expect(basename(store.filePath(ref))).toBe(`${ref.file}.parquet`);
  });

  it('keeps one file for the same content, and makes it young again', async () => {
    const store = await temporaryStore();
    const first = await adoptText(store, 'same');
    utimesSync(store.filePath(first), new Date(0), new Date(0));
    const second = await adoptText(store, 'same');
    expect(second).toEqual(first);
    expect(statSync(store.filePath(first)).mtimeMs).toBeGreaterThan(0);
    expect(readdirSync(join(store.path, 'data', 'drafts'))).toEqual([]);
  });

  it('refuses a draft that was never written', async () => {
    const store = await temporaryStore();
    await expect(store.adopt(store.draftFile('parquet'), 0)).rejects.toThrow('ENOENT');
  });
});

describe('draftFile', () => {
  it('gives a new path in the drafts folder each time', async () => {
    const store = await temporaryStore();
    const [one, two] = [store.draftFile('parquet'), store.draftFile('csv')];
    expect(one).not.toBe(two);
    expect(two.endsWith('.csv')).toBe(true);
    expect(dirname(one)).toBe(join(store.path, 'data', 'drafts'));
  });

  it('is deleted on closing when it was not adopted', async () => {
    const store = await temporaryStore();
    const again = await temporaryStore({ path: store.path });
    const [draft, other] = [again.draftFile('parquet'), store.draftFile('parquet')];
    writeFileSync(draft, 'unfinished');
    writeFileSync(other, 'still being written');
    await again.close();
    expect(existsSync(draft)).toBe(false);
    expect(existsSync(other)).toBe(true);
  });
});

describe('filePath', () => {
  it('refuses a file that was cut off, and says what it holds and how far to undo', async () => {
    const store = await temporaryStore();
    await commitText(store, 'first');
    const ref = await commitText(store, 'second');
    truncateSync(store.filePath(ref), 3);
    expect(() => store.filePath(ref)).toThrow(
      expect.objectContaining({
        code: 'store.file-damaged',
        params: {
          file: `${ref.file}.parquet`,
          workspace: store.path,
          table: 'accounts',
          source: null,
          undos: 1,
          older: 'snapshot of first',
        },
      }),
    );
    await store.undo();
    expect((await store.head())?.what).toBe('first');
  });

  it('reads the content again when the time of a file is another, also in a later process', async () => {
    const store = await temporaryStore();
    const ref = await commitText(store, 'whole');
    const path = store.filePath(ref);
    const content = readFileSync(path);
    content[0]! ^= 1;
    writeFileSync(path, content);
    const again = await temporaryStore({ path: store.path });
    expect(() => again.filePath(ref)).toThrow(expect.objectContaining({ code: 'store.file-damaged' }));
    content[0]! ^= 1;
    writeFileSync(path, content);
    expect(again.filePath(ref)).toBe(path);
  });

  it('reads the content once after the machine went down with the workspace in use', async () => {
    const store = await temporaryStore();
    const ref = await commitText(store, 'whole');
    const path = store.filePath(ref);
    const { atime, mtime } = statSync(path);
    writeFileSync(path, 'X'.repeat(statSync(path).size));
    utimesSync(path, atime, mtime);
    const trusting = await temporaryStore({ path: store.path });
    expect(trusting.filePath(ref)).toBe(path);
    utimesSync(join(store.path, 'catalog.db-wal'), new Date(0), new Date(0));
    const doubting = await temporaryStore({ path: store.path });
    expect(() => doubting.filePath(ref)).toThrow(expect.objectContaining({ code: 'store.file-damaged' }));
  });

  it('is whole again once the same content is adopted anew', async () => {
    const store = await temporaryStore();
    const ref = await commitText(store, 'whole');
    truncateSync(store.filePath(ref), 3);
    await adoptText(store, 'accounts of whole');
    expect(readFileSync(store.filePath(ref), 'utf8')).toBe('accounts of whole');
  });

  it('says which file is gone', async () => {
    const store = await temporaryStore();
    const ref = await adoptText(store, 'soon gone');
    rmSync(store.filePath(ref));
    expect(() => store.filePath(ref)).toThrow(ref.file);
    expect(() => store.filePath(ref)).toThrow(
      expect.objectContaining({ code: 'store.file-missing', exit: 1 }),
    );
  });

  it('never leads out of the workspace', async () => {
    const store = await temporaryStore();
    const ref = { file: '../../outside', rows: 0 };
    expect(() => store.filePath(ref)).toThrow(expect.objectContaining({ code: 'store.file-missing' }));
  });
});
