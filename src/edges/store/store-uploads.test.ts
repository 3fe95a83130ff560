import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryStore } from '../../../test/store/temporary-workspace.ts';

async function* pieces(...texts: readonly string[]): AsyncIterable<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

async function* cut(): AsyncIterable<Uint8Array> {
  yield Buffer.from('name\n');
  throw new Error('aborted');
}

describe('uploads', () => {
  it('are written piece by piece under their own name', async () => {
    const store = await temporaryStore();
    const upload = await store.receiveUpload('customers.csv', pieces('name\n', 'Acme\n'));
    expect(upload).toMatchObject({ name: 'customers.csv', bytes: 10 });
    const path = await store.uploadPath(upload.id);
    expect(basename(path)).toBe('customers.csv');
    expect(readFileSync(path, 'utf8')).toBe('name\nAcme\n');
    expect(await store.uploads()).toEqual([upload]);
    await store.removeUpload(upload.id);
    expect(await store.uploads()).toEqual([]);
    await expect(store.uploadPath(upload.id)).rejects.toMatchObject({ code: 'upload.missing' });
  });

  it('that are cut leave nothing', async () => {
    const store = await temporaryStore();
    await expect(store.receiveUpload('customers.csv', cut())).rejects.toThrow('aborted');
    expect(await store.uploads()).toEqual([]);
    expect(readdirSync(join(store.path, 'data', 'uploads'))).toEqual([]);
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\lists\\a.csv', 'a.csv'],
    ['..', 'file'],
    ['', 'file'],
    ['a\u0000b?.csv', 'a_b_.csv'],
    [`${'ñ'.repeat(300)}.csv.gz`, `${'ñ'.repeat(96)}.csv.gz`],
  ])('named %j are the plain file %j', async (given, name) => {
    const store = await temporaryStore();
    expect((await store.receiveUpload(given, pieces('x'))).name).toBe(name);
  });

  it('are found by ids alone', async () => {
    const store = await temporaryStore();
    for (const id of ['..', '../drafts', 'x'])
      await expect(store.uploadPath(id)).rejects.toMatchObject({ code: 'upload.missing' });
    await store.removeUpload('../drafts');
    expect(existsSync(join(store.path, 'data', 'drafts'))).toBe(true);
  });

  it('that nobody imported are deleted after a day', async () => {
    const store = await temporaryStore();
    const ids: string[] = [];
    for (const name of ['old.csv', 'kept.csv', 'new.csv']) {
      const { id } = await store.receiveUpload(name, pieces('x'));
      ids.push(id);
      const past = new Date(Date.now() - 25 * 60 * 60_000);
      if (name !== 'new.csv') utimesSync(join(store.path, 'data', 'uploads', id), past, past);
    }
    await store.sweepUploads([ids[1] as string]);
    expect((await store.uploads()).map(({ name }) => name).toSorted()).toEqual(['kept.csv', 'new.csv']);
  });
});
