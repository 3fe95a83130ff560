import { describe, expect, it } from 'vitest';
import { temporaryFolder, temporaryStore } from '../../../test/store/temporary-workspace.ts';
import { unseenMs } from './store-jobs.ts';

const createdAt = '2026-11-27T10:00:00.000Z';
const asked = { kind: 'import', request: { paths: ['customers.csv'] }, createdAt };
/** No process has this number: it is beyond what systems give. */
const noProcess = 2 ** 30;

describe('jobs', () => {
  it('come back as they were made, and newest first', async () => {
    const store = await temporaryStore();
    const first = await store.addJob(asked);
    const second = await store.addJob({ ...asked, kind: 'discover' });
    expect(first).toMatchObject({ ...asked, state: 'queued', progress: null, result: null, error: null });
    expect(await store.job(first.id)).toEqual(first);
    expect(await store.jobs()).toEqual([second, first]);
    expect(await store.job(99)).toBeNull();
  });

  it('change only from the state that is expected', async () => {
    const store = await temporaryStore();
    const { id } = await store.addJob(asked);
    const started = { state: 'running', startedAt: createdAt, seenAt: createdAt, headId: 3 } as const;
    expect(await store.updateJob(id, 'running', { state: 'done' })).toBeNull();
    expect(await store.updateJob(id, 'queued', started)).toMatchObject(started);
    const progress = { step: 'parsing', subject: 'a.csv', count: null, share: 0.5 };
    expect(await store.updateJob(id, 'running', { progress, pid: 7 })).toMatchObject({ progress, pid: 7 });
    const error = { code: 'input.empty', params: {}, message: 'm', remedy: 'r' };
    expect(await store.updateJob(id, 'running', { state: 'failed', error })).toMatchObject({ error });
    expect(await store.updateJob(id, 'running', { state: 'done' })).toBeNull();
  });

  it('run one at a time, whatever process starts them', async () => {
    const path = temporaryFolder();
    const [one, other] = [await temporaryStore({ path }), await temporaryStore({ path })];
    const [first, second] = [await one.addJob(asked), await one.addJob(asked)];
    expect(await one.updateJob(first.id, 'queued', { state: 'running' })).not.toBeNull();
    expect(await other.updateJob(second.id, 'queued', { state: 'running' })).toBeNull();
    await one.updateJob(first.id, 'running', { state: 'done' });
    expect(await other.updateJob(second.id, 'queued', { state: 'running' })).not.toBeNull();
  });

  it('are lost when their process is gone, or was not seen for a minute', async () => {
    let now = new Date(createdAt);
    const store = await temporaryStore({ now: () => now });
    const { id } = await store.addJob(asked);
    await store.updateJob(id, 'queued', { state: 'running', seenAt: createdAt, pid: process.pid });
    expect(await store.lostJobs()).toEqual([]);
    await store.updateJob(id, 'running', { pid: noProcess });
    expect(await store.lostJobs()).toMatchObject([{ id, pid: noProcess }]);
    await store.updateJob(id, 'running', { pid: process.pid });
    now = new Date(now.getTime() + unseenMs + 1);
    expect(await store.lostJobs()).toMatchObject([{ id }]);
  });

  it('are forgotten when they are over and old; waiting and running ones never', async () => {
    const store = await temporaryStore();
    const ids: number[] = [];
    for (let n = 0; n < 5; n++) ids.push((await store.addJob(asked)).id);
    for (const id of ids.slice(0, 3)) await store.updateJob(id, 'queued', { state: 'cancelled' });
    const forgotten = await store.pruneJobs(1);
    expect(forgotten.map(({ id }) => id)).toEqual([ids[1], ids[0]]);
    expect((await store.jobs()).map(({ id }) => id)).toEqual([ids[4], ids[3], ids[2]]);
  });
});
