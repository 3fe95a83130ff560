import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { adoptText, changeOf, commitText, temporaryStore } from '../../../test/store/temporary-workspace.ts';
import type { SourceState } from '../../stages/dataset/index.ts';
import { openStore } from './open-store.ts';

const whats = (commits: readonly { readonly what: string }[]) => commits.map((commit) => commit.what);

describe('commit', () => {
  it('moves the head and keeps the chain, newest first', async () => {
    const store = await temporaryStore();
    await commitText(store, 'first');
    await commitText(store, 'second');
    const [second, first] = await store.commits();
    expect(await store.head()).toEqual(second);
    expect(second).toMatchObject({ what: 'second', parent: first?.id });
    expect(first).toMatchObject({ what: 'first', parent: null });
  });

  it('gives back what was committed, open bands included', async () => {
    const store = await temporaryStore();
    const accounts = await adoptText(store, 'accounts');
    const part = await adoptText(store, 'part');
    const quarantine = await adoptText(store, 'quarantine');
    const source = { name: 'a.csv', parts: { accounts: part }, lookup: null } as unknown as SourceState;
    const fields = [{ name: 'employees', range: { low: 1, high: Number.POSITIVE_INFINITY } }];
    const snapshot = { id: 's', tables: { accounts }, fields: fields as never };
    const at = '2026-02-03T04:05:06.000Z';
    const made = await store.commit({ what: 'import a.csv', at, snapshot, sources: [source], quarantine });
    expect(made).toMatchObject({ what: 'import a.csv', at, snapshot, sources: [source], quarantine });
    expect(await store.head()).toEqual(made);
  });

  it('refuses a state one of whose files is not on disk, and changes nothing', async () => {
    const store = await temporaryStore();
    await commitText(store, 'first');
    const accounts = await adoptText(store, 'soon gone');
    rmSync(store.filePath(accounts));
    await expect(store.commit(changeOf('second', accounts))).rejects.toMatchObject({
      code: 'store.file-missing',
    });
    expect(whats(await store.commits())).toEqual(['first']);
  });

  it('refuses a change worked out from a head that has moved since', async () => {
    const store = await temporaryStore();
    await commitText(store, 'first');
    const base = (await store.head())?.id ?? null;
    await commitText(store, 'second');
    const late = changeOf('late', await adoptText(store, 'late'));
    await expect(store.commit({ ...late, parent: base })).rejects.toMatchObject({
      code: 'store.changed-meanwhile',
    });
    await expect(store.commit({ ...late, parent: null })).rejects.toMatchObject({
      code: 'store.changed-meanwhile',
    });
    const now = (await store.head())?.id ?? null;
    expect(await store.commit({ ...late, parent: now })).toMatchObject({ what: 'late', parent: now });
  });

  it('is seen by a store that was open before', async () => {
    const writer = await temporaryStore();
    const reader = await temporaryStore({ path: writer.path });
    await commitText(writer, 'first');
    expect((await reader.head())?.what).toBe('first');
  });
});

describe('undo', () => {
  it('walks back commit by commit to the empty workspace', async () => {
    const store = await temporaryStore();
    await commitText(store, 'first');
    await commitText(store, 'second');
    expect(await store.undo()).toMatchObject({ undone: { what: 'second' }, now: { what: 'first' } });
    expect(await store.undo()).toMatchObject({ undone: { what: 'first' }, now: null });
    expect(await store.head()).toBeNull();
    await expect(store.undo()).rejects.toMatchObject({ code: 'store.nothing-to-undo' });
  });

  it('lets the next commit go on from where the head is', async () => {
    const store = await temporaryStore();
    await commitText(store, 'first');
    await commitText(store, 'mistake');
    await store.undo();
    await commitText(store, 'second');
    expect(whats(await store.commits())).toEqual(['second', 'first']);
    await store.undo();
    expect((await store.head())?.what).toBe('first');
  });

  it('survives closing', async () => {
    const store = await temporaryStore();
    await commitText(store, 'first');
    await commitText(store, 'second');
    await store.undo();
    const again = await openStore(store.path);
    expect((await again.head())?.what).toBe('first');
    await again.close();
  });
});
