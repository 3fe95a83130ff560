import { describe, expect, it } from 'vitest';
import { temporaryStore } from '../../../test/store/temporary-workspace.ts';

describe('secrets of connections', () => {
  it('are kept by connection and name, the newest in place of the one before', async () => {
    const store = await temporaryStore();
    expect(await store.secret('crm', 'token')).toBeNull();
    await store.setSecret('crm', 'token', 'v1.a');
    await store.setSecret('crm', 'token', 'v1.b');
    await store.setSecret('other', 'token', 'v1.c');
    expect(await store.secret('crm', 'token')).toBe('v1.b');
    await store.removeSecrets('crm');
    expect([await store.secret('crm', 'token'), await store.secret('other', 'token')]).toEqual([
      null,
      'v1.c',
    ]);
  });

  it('leave a trail that does not hold them', async () => {
    const store = await temporaryStore();
    await store.setSecret('crm', 'token', 'v1.a');
    await store.removeSecrets('crm');
    expect((await store.audit()).map(({ action, subject }) => [action, subject])).toEqual([
      ['set secret', 'crm token'],
      ['remove secrets', 'crm'],
    ]);
  });
});
