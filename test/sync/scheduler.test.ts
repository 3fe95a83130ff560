import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewJob } from '../../src/app/jobs/index.ts';
import { Scheduler } from '../../src/app/scheduler.ts';
import { changeConnection, nextSync } from '../../src/app/sync/index.ts';
import { type TestWorkspace, testWorkspace } from '../test-workspace.ts';
import { type Script, scriptedConnection, scriptedSources } from './scripted-connector.ts';

const morning = Date.UTC(2026, 0, 5, 5, 30);
const hour = 3_600_000;

let script: Script;
let workspace: TestWorkspace;
let asked: NewJob[];
let scheduler: Scheduler;

beforeEach(async () => {
  script = { companies: [], now: morning, pageSize: 10, beforePage: () => undefined, pages: 0 };
  workspace = await testWorkspace(scriptedSources(script));
  await workspace.store.saveConnection(scriptedConnection(morning));
  asked = [];
  scheduler = new Scheduler({
    workspace,
    jobs: {
      submit: async (job) => {
        asked.push(job);
        return workspace.store.addJob({ ...job, createdAt: new Date(script.now).toISOString() });
      },
    },
    asOf: () => '2026-01-05',
    now: () => new Date(script.now),
  });
});
afterEach(() => workspace.dispose());

const set = (cron: string, write = false) =>
  changeConnection(workspace, {
    connection: 'crm',
    write: ['fit'],
    schedule: cron === 'off' ? 'off' : { cron, timeZone: 'UTC', write },
  });
const synced = async () => {
  const startedAt = new Date(script.now).toISOString();
  const run = await workspace.store.startSync({ connection: 'crm', kind: 'read', startedAt });
  await workspace.store.endSync(run!.id, {
    state: 'done',
    endedAt: startedAt,
    result: null,
    error: null,
    streams: {},
  });
};

describe('a schedule', () => {
  it('asks for a sync when its moment has come, and only once', async () => {
    await set('0 6 * * *');
    expect(await scheduler.look()).toEqual([]);
    script.now += hour;
    expect(await scheduler.look()).toEqual(['crm']);
    expect(await scheduler.look()).toEqual([]);
    expect(asked).toEqual([{ kind: 'sync', request: { connection: 'crm', full: false, maps: [] } }]);
  });

  it('is content when somebody synced by hand since', async () => {
    await set('0 6 * * *');
    script.now += hour;
    await synced();
    expect(await scheduler.look()).toEqual([]);
  });

  it('asks once for all that was missed while nobody ran', async () => {
    await set('0 6 * * *');
    await synced();
    script.now += 72 * hour;
    expect(await scheduler.look()).toEqual(['crm']);
    expect(asked).toHaveLength(1);
  });

  it('asks for the write-back after it, where it was told to', async () => {
    await set('0 6 * * *', true);
    script.now += hour;
    await scheduler.look();
    expect(asked.map(({ kind }) => kind)).toEqual(['sync', 'write-back']);
  });

  it('of the past does not come back when it is set anew, and ends when it is off', async () => {
    script.now += 24 * hour;
    await set('0 6 * * *');
    expect(await scheduler.look()).toEqual([]);
    await set('off');
    script.now += 48 * hour;
    expect(await scheduler.look()).toEqual([]);
  });

  it.each(['tomorrow', '0 6 * *', '99 6 * * *', '* * * * * *'])(
    'is refused when it is none: %s',
    async (cron) => {
      await expect(set(cron)).rejects.toMatchObject({ code: 'sync.bad-schedule' });
    },
  );

  it('keeps to the clocks of its time zone when they change', () => {
    const madrid = { cron: '30 2 * * *', timeZone: 'Europe/Madrid' };
    expect(nextSync(madrid, '2026-03-28T12:00:00.000Z')).toBe('2026-03-29T01:00:00.000Z');
    expect(nextSync(madrid, '2026-10-24T12:00:00.000Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(nextSync(madrid, '2026-10-25T00:30:00.000Z')).toBe('2026-10-26T01:30:00.000Z');
  });
});
