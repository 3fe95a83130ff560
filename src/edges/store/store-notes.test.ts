import { describe, expect, it } from 'vitest';
import { commitText, temporaryStore } from '../../../test/store/temporary-workspace.ts';

describe('settings', () => {
  it('are null until they are set, and hold any plain value', async () => {
    const store = await temporaryStore();
    expect(await store.setting('capacity')).toBeNull();
    await store.setSetting('capacity', 200);
    await store.setSetting('weights', { tenure: 2, parts: ['a'] });
    await store.setSetting('capacity', 150);
    expect(await store.setting('capacity')).toBe(150);
    expect(await store.setting('weights')).toEqual({ tenure: 2, parts: ['a'] });
  });
});

describe('the audit trail', () => {
  it('has one line per write, with its own clock', async () => {
    const at = '2026-05-05T05:05:05.000Z';
    const store = await temporaryStore({ now: () => new Date(at) });
    await commitText(store, 'import a.csv');
    await store.setSetting('capacity', 200);
    const said = { team: 'sales', kind: 'agree', reason: 'yes', saidBy: 'bob', saidOn: '2026-02-02' };
    await store.addJudgement({ ...said, accountId: 'a1', pattern: null });
    await store.undo();
    expect(await store.audit()).toEqual([
      { at, action: 'commit', subject: '1: import a.csv', by: null },
      { at, action: 'setting', subject: 'capacity', by: null },
      { at, action: 'judge', subject: 'a1', by: 'bob' },
      { at, action: 'undo', subject: '1: import a.csv', by: null },
    ]);
  });

  it('holds no line of a write that failed', async () => {
    const store = await temporaryStore();
    await expect(store.undo()).rejects.toThrow();
    expect(await store.audit()).toEqual([]);
  });
});

describe('the revision', () => {
  it('grows with what is said and kept, not with what is looked at', async () => {
    const store = await temporaryStore();
    const first = await store.revision();
    await store.setSetting('capacity', 200);
    const second = await store.revision();
    expect(second).toBeGreaterThan(first);
    const look = { kind: 'value', at: '2026-01-01T00:00:00.000Z', snapshot: 's', profile: null } as const;
    await store.saveRun({ ...look, asOf: '2026-01-01', seed: null, options: {}, result: {}, file: null });
    expect(await store.revision()).toBe(second);
  });
});
