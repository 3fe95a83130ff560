import { existsSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUpWorkspace } from '../../src/app/back-up-workspace.ts';
import { restoreBackup } from '../../src/app/restore-backup.ts';
import { openStore, type Store } from '../../src/edges/store/index.ts';
import { adoptText, temporaryFolder, temporaryStore } from './temporary-workspace.ts';

const at = '2026-01-31T09:00:00.000Z';
const crm = {
  name: 'crm',
  connector: 'hubspot',
  settings: { write: [] },
  account: { account: 'Acme' },
  usage: null,
  createdAt: at,
};
const reading = { connection: 'crm', kind: 'read', startedAt: at } as const;
const ended = { state: 'done', endedAt: at, result: null, error: null } as const;

async function connected(options: Parameters<typeof temporaryStore>[0] = {}): Promise<Store> {
  const store = await temporaryStore(options);
  await store.saveConnection(crm);
  return store;
}

/** A stream whose mirror is a file of the store. */
async function synced(store: Store) {
  const mirror = await adoptText(store, 'the mirror of companies');
  const run = await store.startSync(reading);
  await store.endSync(run!.id, {
    ...ended,
    streams: { companies: { value: { mirror }, files: [mirror] } },
  });
  return mirror;
}

function makeAllOld(store: Store): void {
  const data = join(store.path, 'data');
  const then = new Date(Date.now() - 24 * 60 * 60_000);
  for (const name of readdirSync(data).filter((each) => each.endsWith('.parquet')))
    utimesSync(join(data, name), then, then);
}

describe('a run', () => {
  it('is one at a time for a connection, whoever starts it', async () => {
    const store = await connected();
    await store.saveConnection({ ...crm, name: 'other' });
    const again = await openStore(store.path);
    const started = await Promise.all([
      store.startSync(reading),
      again.startSync({ ...reading, kind: 'write' }),
    ]);
    expect(started.filter((run) => run !== null)).toHaveLength(1);
    expect(await again.startSync({ ...reading, connection: 'other' })).not.toBeNull();
    await again.close();
  });

  it('that nobody saw for a minute is interrupted by the next, and may not write over it', async () => {
    let now = new Date(at);
    const store = await connected({ now: () => now });
    const lost = await store.startSync(reading);
    await store.checkpointSync(lost!.id, { value: { page: 3 }, files: [] });
    now = new Date(now.getTime() + 50_000);
    expect(await store.startSync(reading)).toBeNull();
    await store.checkpointSync(lost!.id, null);
    now = new Date(now.getTime() + 50_000);
    expect(await store.startSync(reading)).toBeNull();
    now = new Date(now.getTime() + 61_000);
    const next = await store.startSync(reading);
    expect(await store.syncs('crm', 5)).toMatchObject([
      { id: next!.id, state: 'running' },
      { id: lost!.id, state: 'interrupted', checkpoint: { page: 3 } },
    ]);
    const taken = { code: 'sync.taken-over' };
    await expect(store.checkpointSync(lost!.id, null)).rejects.toMatchObject(taken);
    await expect(store.endSync(lost!.id, { ...ended, streams: {} })).rejects.toMatchObject(taken);
  });

  it('that is done leaves nothing to go on from, one that broke off does', async () => {
    const store = await connected();
    const broken = await store.startSync(reading);
    await store.checkpointSync(broken!.id, { value: { page: 3 }, files: [] });
    await store.endSync(broken!.id, { ...ended, state: 'failed', streams: {} });
    expect(await store.syncs('crm', 5)).toMatchObject([{ state: 'failed', checkpoint: { page: 3 } }]);
    await synced(store);
    expect((await store.syncs('crm', 5)).map(({ checkpoint }) => checkpoint)).toEqual([null, null]);
  });
});

describe('files of a connection', () => {
  it('outlive a sweep: of its mirrors, and of a run that is to go on', async () => {
    const store = await connected();
    const mirror = await synced(store);
    const run = await store.startSync(reading);
    const part = await adoptText(store, 'a part');
    await store.checkpointSync(run!.id, { value: { parts: [part] }, files: [part] });
    const there = [mirror, part].map((ref) => store.filePath(ref));
    makeAllOld(store);
    expect(await store.sweep()).toBe(0);
    await store.endSync(run!.id, { ...ended, streams: {} });
    expect(await store.sweep()).toBe(1);
    expect(there.map((path) => existsSync(path))).toEqual([true, false]);
  });

  it('go when it is forgotten, and all that is known of it', async () => {
    const store = await connected();
    const path = store.filePath(await synced(store));
    await store.removeConnection('crm');
    expect(await store.connections()).toEqual([]);
    expect([await store.streamStates('crm'), await store.syncs('crm', 5)]).toEqual([{}, []]);
    makeAllOld(store);
    expect(await store.sweep()).toBe(1);
    expect(existsSync(path)).toBe(false);
  });

  it('are in a backup, and a restored workspace goes on from them', async () => {
    const store = await connected();
    const mirror = await synced(store);
    await store.setSecret('crm', 'token', 'v1.sealed');
    const to = join(temporaryFolder(), 'backup.tar');
    expect(await backUpWorkspace({ store }, { to, at })).toMatchObject({ leftOut: [] });
    const target = join(temporaryFolder(), 'new');
    await restoreBackup(target, { from: to, force: false, at });
    const restored = await openStore(target);
    expect(await restored.connections()).toMatchObject([{ name: 'crm' }]);
    expect(await restored.streamStates('crm')).toEqual({ companies: { mirror } });
    expect(await restored.secret('crm', 'token')).toBe('v1.sealed');
    expect(existsSync(restored.filePath(mirror))).toBe(true);
    await restored.close();
  });

  it('are looked after by a check-up, which tells of one that is missing', async () => {
    const store = await connected();
    const path = store.filePath(await synced(store));
    expect((await store.checkUp()).files).toMatchObject([
      { of: 'sync', source: 'crm/companies', fault: null },
    ]);
    rmSync(path);
    expect((await store.checkUp()).files).toMatchObject([{ of: 'sync', fault: 'missing' }]);
  });
});
