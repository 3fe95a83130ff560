import { describe, expect, it } from 'vitest';
import { adoptText, commitText, temporaryStore } from '../../../test/store/temporary-workspace.ts';

const whats = (commits: readonly { readonly what: string }[]) => commits.map(({ what }) => what);

describe('stepOver', () => {
  it('makes the newest commit without the files current', async () => {
    const store = await temporaryStore();
    await commitText(store, 'first');
    await commitText(store, 'second');
    const bad = await commitText(store, 'third');
    const { commits, head } = await store.stepOver([bad.file]);
    expect([whats(commits), head?.what]).toEqual([['third'], 'second']);
    expect((await store.head())?.what).toBe('second');
  });

  it('takes a commit in the middle out of what can be gone back to', async () => {
    const store = await temporaryStore();
    await commitText(store, 'first');
    const bad = await commitText(store, 'second');
    await commitText(store, 'third');
    await store.stepOver([bad.file]);
    expect(whats(await store.commits())).toEqual(['third', 'first']);
    expect((await store.undo()).now?.what).toBe('first');
  });

  it('touches no commit when every one needs a file that is gone', async () => {
    const store = await temporaryStore();
    const bad = await commitText(store, 'only');
    expect(await store.stepOver([bad.file])).toMatchObject({ commits: [], head: null });
    expect((await store.head())?.what).toBe('only');
  });

  it('drops computed results in the files', async () => {
    const store = await temporaryStore();
    await commitText(store, 'first');
    const file = await adoptText(store, 'scored');
    const run = { kind: 'score', at: '2026-02-01T09:00:00.000Z', snapshot: 's', profile: null } as const;
    await store.saveRun({ ...run, asOf: '2026-02-01', seed: null, options: {}, result: {}, file });
    expect(await store.stepOver([file.file])).toMatchObject({ commits: [], runs: 1 });
    expect(await store.latestRun('score', { snapshot: null })).toBeNull();
  });
});
