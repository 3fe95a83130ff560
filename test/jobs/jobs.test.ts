import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { clinicSample } from '../../samples/index.ts';
import { openJobs } from '../../src/app/compose.ts';
import type { JobRunner } from '../../src/app/jobs/index.ts';
import type { Job, Store } from '../../src/edges/store/index.ts';
import { temporaryFolder, temporaryStore } from '../store/temporary-workspace.ts';
import { importRequest } from './import-request.ts';
import { buildEntries } from './job-entry.ts';

let entries: Awaited<ReturnType<typeof buildEntries>>;
beforeAll(async () => {
  entries = await buildEntries({ job: 'src/faces/job/main.ts', server: 'test/jobs/server-child.ts' });
});
afterAll(() => entries.remove());

interface Bench {
  readonly store: Store;
  readonly jobs: JobRunner;
  /** Every change that was told, in order. */
  readonly told: Job[];
  readonly files: string;
}

async function openBench(path = temporaryFolder()): Promise<Bench> {
  const store = await temporaryStore({ path });
  const jobs = await openJobs(store, entries.path('job'));
  onTestFinished(() => jobs.close());
  const told: Job[] = [];
  jobs.watchAll((job) => told.push(job));
  return { store, jobs, told, files: temporaryFolder() };
}

const isOver = ({ state }: Job) => state !== 'queued' && state !== 'running';

/** The job once it is over, or once something else holds. */
function until(jobs: JobRunner, id: number, holds: (job: Job) => boolean = isOver): Promise<Job> {
  return new Promise((resolve, reject) => {
    const stop = jobs.watch(id, (job) => {
      if (!holds(job)) return;
      resolve(job);
      void stop.then((end) => end());
    });
    stop.catch(reject);
  });
}

function writeSample(folder: string): readonly string[] {
  return clinicSample(7).map(({ name, text }) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
}

/** A file whose import takes some seconds: its dates are read one by one. */
function writeLarge(folder: string): string {
  const rows = Array.from(
    { length: 300_000 },
    (_, n) => `a${n},Company ${n},${n % 900},"${n % 28} of May, ${n}"`,
  );
  const path = join(folder, 'large.csv');
  writeFileSync(path, `account_id,name,employees,note\n${rows.join('\n')}\n`);
  return path;
}

describe('a job', () => {
  it('is done in a process of its own: progress never goes back, the result stands in the workspace', async () => {
    const { store, jobs, told, files } = await openBench();
    const { id } = await jobs.submit({ kind: 'import', request: importRequest(writeSample(files)) });
    const done = await until(jobs, id);
    expect(done).toMatchObject({ state: 'done', error: null, pid: null, headId: null });
    const head = await store.head();
    expect(done.result).toMatchObject({ kind: 'import', commit: head?.id, snapshot: head?.snapshot.id });
    expect(head?.at).toBe(done.startedAt);
    expect(told.map(({ state }) => state).filter((state, n, all) => state !== all[n - 1])).toEqual([
      'queued',
      'running',
      'done',
    ]);
    expect(new Set(told.map(({ pid }) => pid)).has(process.pid)).toBe(false);
    const shares = told.flatMap(({ progress }) => (progress === null ? [] : [progress]));
    for (const [n, { step, subject, share }] of shares.entries()) {
      const last = shares[n - 1];
      if (last?.step === step && last.subject === subject)
        expect(share ?? 0).toBeGreaterThanOrEqual(last.share ?? 0);
    }
  });

  it('of each kind leads on from the import: the page, the patterns, the list, the card', async () => {
    const { store, jobs, files } = await openBench();
    const asOf = '2026-09-30';
    const groups = { contrast: null, asOf, last: null, seed: null, permutations: 99 };
    const page = { name: 'Clinics', kind: 'company', by: 'Ada', why: null, publish: true } as const;
    await jobs.submit({ kind: 'import', request: importRequest(writeSample(files)) });
    await jobs.submit({ kind: 'discover', request: groups });
    await jobs.submit({ kind: 'draft', request: { ...groups, ...page } });
    const last = await jobs.submit({
      kind: 'score',
      request: { profile: null, version: null, include: [], asOf },
    });
    await until(jobs, last.id);
    const [scored, drafted, found] = (await jobs.list()).map(({ result }) => result);
    expect(found).toMatchObject({ kind: 'discovery', patterns: expect.any(Number) });
    expect(drafted).toMatchObject({ kind: 'draft', profile: 'Clinics', version: 1 });
    expect(scored).toMatchObject({ kind: 'score', profile: { name: 'Clinics', version: 1 } });
    expect(await store.latestRun('score', { snapshot: null })).not.toBeNull();
  });

  it('that the use case refuses fails with the problem of the catalogue', async () => {
    const { store, jobs, files } = await openBench();
    const path = join(files, 'empty.csv');
    writeFileSync(path, '');
    const { id } = await jobs.submit({ kind: 'import', request: importRequest([path]) });
    const failed = await until(jobs, id);
    expect(failed).toMatchObject({ state: 'failed', result: null, error: { code: 'input.file-empty' } });
    expect(failed.error?.remedy).not.toBe('');
    expect(await store.head()).toBeNull();
  });

  it('whose process breaks without a word fails and says how it ended', async () => {
    const { jobs, files } = await openBench();
    const { id } = await jobs.submit({ kind: 'import', request: importRequest([writeLarge(files)]) });
    const { pid } = await until(jobs, id, (job) => job.pid !== null);
    process.kill(pid as number, 'SIGKILL');
    const params = { how: 'SIGKILL', unchanged: true };
    expect(await until(jobs, id)).toMatchObject({ state: 'failed', error: { code: 'job.crashed', params } });
  });

  it('that is cancelled at work ends at once and leaves the workspace as it was', async () => {
    const { store, jobs, files } = await openBench();
    const first = await jobs.submit({ kind: 'import', request: importRequest(writeSample(files)) });
    await until(jobs, first.id);
    const before = await store.head();
    const { id } = await jobs.submit({ kind: 'import', request: importRequest([writeLarge(files)]) });
    await until(jobs, id, ({ progress }) => progress !== null);
    const askedAt = Date.now();
    const cancelled = await jobs.cancel(id);
    expect(cancelled).toMatchObject({ state: 'cancelled', result: null, error: null, headId: before?.id });
    expect(Date.now() - askedAt).toBeLessThan(2500);
    expect(await store.head()).toEqual(before);
    await expect(jobs.cancel(id)).rejects.toMatchObject({ code: 'job.over' });
    const again = await jobs.again(id);
    expect(again.request).toEqual(cancelled.request);
    await expect(jobs.again(again.id)).rejects.toMatchObject({ code: 'job.under-way' });
    await jobs.cancel(again.id);
    await expect(jobs.cancel(99)).rejects.toMatchObject({ code: 'job.missing' });
  });
});

describe('the queue', () => {
  it('runs one job after the other in the order in which they were asked; a waiting one can be cancelled', async () => {
    const { jobs, told, files } = await openBench();
    const [path] = writeSample(files);
    const asked = { kind: 'import', request: importRequest([path as string], { dryRun: true }) } as const;
    const ids: number[] = [];
    for (let n = 0; n < 4; n++) ids.push((await jobs.submit(asked)).id);
    expect(await jobs.cancel(ids[2] as number)).toMatchObject({ state: 'cancelled', startedAt: null });
    await until(jobs, ids[3] as number);
    const steps = told.filter(
      ({ state, pid, progress }) => state !== 'running' || (pid === null && progress === null),
    );
    const changes = steps.filter(({ state }) => state === 'running' || state === 'done');
    expect(changes.map(({ id, state }) => `${ids.indexOf(id)} ${state}`)).toEqual([
      '0 running',
      '0 done',
      '1 running',
      '1 done',
      '3 running',
      '3 done',
    ]);
  });

  it('tells one who comes late how a job stands, first of all', async () => {
    const { jobs, files } = await openBench();
    const [path] = writeSample(files);
    const { id } = await jobs.submit({ kind: 'import', request: importRequest([path as string]) });
    const done = await until(jobs, id);
    const seen: Job[] = [];
    (await jobs.watch(id, (job) => seen.push(job)))();
    expect(seen).toEqual([done]);
  });
});

describe('a server', () => {
  it('that stops interrupts its job and says so; what waits goes on at the next start', async () => {
    const path = temporaryFolder();
    const { jobs, files } = await openBench(path);
    const large = await jobs.submit({ kind: 'import', request: importRequest([writeLarge(files)]) });
    const [clinics] = writeSample(files);
    const waiting = await jobs.submit({ kind: 'import', request: importRequest([clinics as string]) });
    await until(jobs, large.id, ({ progress }) => progress !== null);
    await jobs.close();
    const error = { code: 'job.cut-off', params: { job: 'import', unchanged: true } };
    expect(await jobs.read(large.id)).toMatchObject({ state: 'interrupted', error });
    expect(await jobs.read(waiting.id)).toMatchObject({ state: 'queued' });
    const next = await openBench(path);
    expect(await until(next.jobs, waiting.id)).toMatchObject({ state: 'done' });
  });

  it('killed in the middle of an import takes its process along, and the next one says what happened', async () => {
    const path = temporaryFolder();
    const file = writeLarge(temporaryFolder());
    const server = spawn(process.execPath, [entries.path('server'), path, entries.path('job'), file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    while (!/"step":"\w+","pid":\d+/.test(said)) await new Promise((resolve) => setTimeout(resolve, 10));
    const pid = Number(/"pid":(\d+)/.exec(said)?.[1]);
    server.kill('SIGKILL');
    await once(server, 'close');
    const { jobs, store } = await openBench(path);
    const error = { code: 'job.cut-off', params: { job: 'import', unchanged: true } };
    expect(await until(jobs, 1)).toMatchObject({ state: 'interrupted', error, result: null });
    expect(isAlive(pid)).toBe(false);
    expect(await store.head()).toBeNull();
    const again = await jobs.submit({ kind: 'import', request: importRequest([file]) });
    expect(await until(jobs, again.id)).toMatchObject({ state: 'done' });
  });

  it('that finds a result saved just before the kill says that it stands', async () => {
    const path = temporaryFolder();
    const { jobs, store, files } = await openBench(path);
    const [clinics] = writeSample(files);
    const { id } = await jobs.submit({ kind: 'import', request: importRequest([clinics as string]) });
    const { startedAt } = await until(jobs, id);
    await jobs.close();
    const lost = await store.addJob({ kind: 'import', request: {}, createdAt: startedAt as string });
    const began = { state: 'running', startedAt, seenAt: '2026-01-01T00:00:00.000Z' } as const;
    await store.updateJob(lost.id, 'queued', began);
    const next = await openBench(path);
    const error = { code: 'job.cut-off', params: { job: 'import', unchanged: false } };
    expect(await until(next.jobs, lost.id)).toMatchObject({ state: 'interrupted', error });
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
