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
