import { BestfitError } from '../../base/errors/index.ts';
import type { StartProcess } from '../../edges/processes/index.ts';
import type { Job, JobChange, Store } from '../../edges/store/index.ts';
import { describeLost } from './describe-end.ts';
import { RunningJob } from './running-job.ts';
import type { NewJob } from './types.ts';

/** Jobs that are over and still told of. */
const kept = 100;
/** How soon a job that another process keeps is looked at again. */
const againMs = 1000;

/** What a runner of jobs works with. */
export interface JobRunnerParts {
  readonly store: Store;
  readonly start: StartProcess;
  readonly now: () => Date;
}

/** Told of every change of a job. */
export type JobListener = (job: Job) => void;

/**
 * Runs the long work of one workspace, one job at a time in the order in which they were asked, each in a process of
 * its own: the work cannot stall the server, and a kill at any moment leaves the workspace as it was last committed.
 */
export class JobRunner {
  readonly #parts: JobRunnerParts;
  readonly #listeners = new Set<JobListener>();
  #running: RunningJob | null = null;
  #turn: Promise<void> = Promise.resolve();
  /** Of the running job. */
  #over: Promise<void> = Promise.resolve();
  #again: ReturnType<typeof setTimeout> | null = null;
  #closed = false;

  constructor(parts: JobRunnerParts) {
    this.#parts = parts;
  }

  /**
   * Says of jobs whose process is gone what became of them, then goes on with those that wait: they were asked and
   * never begun. One that was cut off is not run again by itself: what it met may be what ended it.
   */
  async open(): Promise<void> {
    await this.#settleLost();
    this.#next();
  }

  async submit(asked: NewJob): Promise<Job> {
    const { store, now } = this.#parts;
    await store.pruneJobs(kept);
    const job = await store.addJob({ ...asked, createdAt: now().toISOString() });
    this.#tell(job);
    this.#next();
    return job;
  }

  /** Ends a job that waits or runs; `job.over` when it is neither. */
  async cancel(id: number): Promise<Job> {
    const { store, now } = this.#parts;
    const waiting = await store.updateJob(id, 'queued', { state: 'cancelled', endedAt: now().toISOString() });
    if (waiting !== null) {
      this.#tell(waiting);
      return waiting;
    }
    const job = await this.read(id);
    if (this.#running?.job.id !== id)
      throw new BestfitError('job.over', { job: String(id), state: job.state });
    this.#running.end('cancelled');
    await this.#over;
    return await this.read(id);
  }

  /** Asks anew for what a job that is over was asked; `job.under-way` when it is not over. */
  async again(id: number): Promise<Job> {
    const { kind, request, state } = await this.read(id);
    if (state === 'queued' || state === 'running')
      throw new BestfitError('job.under-way', { job: String(id), state });
    return this.submit({ kind, request } as NewJob);
  }

  async read(id: number): Promise<Job> {
    const job = await this.#parts.store.job(id);
    if (job === null) throw new BestfitError('job.missing', { job: String(id) });
    return job;
  }

  /** All jobs that are still told of, newest first. */
  list(): Promise<readonly Job[]> {
    return this.#parts.store.jobs();
  }

  /** Tells every change of every job until the function that it gives is called. */
  watchAll(listener: JobListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells how one job stands now, then every change of it, until the function that it gives is called. */
  async watch(id: number, listener: JobListener): Promise<() => void> {
    let told = false;
    const stop = this.watchAll((job) => {
      if (job.id !== id) return;
      told = true;
      listener(job);
    });
    try {
      const job = await this.read(id);
      if (!told) listener(job);
    } catch (error) {
      stop();
      throw error;
    }
    return stop;
  }

  /** Ends the running job, which is then interrupted; waiting ones wait for the next start. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#again !== null) clearTimeout(this.#again);
    this.#running?.end('stopped');
    await this.#turn;
    this.#listeners.clear();
  }

  /** One turn after the other; one that the store fails is tried again. */
  #next(): void {
    this.#turn = this.#turn.then(() => this.#takeTurn()).catch(() => this.#lookAgain());
  }

  async #takeTurn(): Promise<void> {
    if (this.#closed) return;
    const { store, start, now } = this.#parts;
    const asked = (await store.jobs()).findLast(({ state }) => state === 'queued');
    if (asked === undefined) return;
    const at = now().toISOString();
    const headId = (await store.head())?.id ?? null;
    const begun = { state: 'running', startedAt: at, seenAt: at, headId } as const;
    const job = await store.updateJob(asked.id, 'queued', begun);
    if (job === null) return this.#lookAgain();
    this.#tell(job);
    const update = (change: JobChange) => this.#change(job.id, change);
    this.#over = this.#finish(new RunningJob(job, { store, start, now, update }));
    await this.#over;
    this.#next();
  }

  async #finish(running: RunningJob): Promise<void> {
    this.#running = running;
    if (this.#closed) running.end('stopped');
    try {
      await this.#change(running.job.id, await running.finish());
    } finally {
      this.#running = null;
    }
  }

  async #change(id: number, change: JobChange): Promise<void> {
    const job = await this.#parts.store.updateJob(id, 'running', change);
    if (job !== null) this.#tell(job);
  }

  /** Another process runs a job of this workspace, or did and is gone. */
  #lookAgain(): void {
    if (this.#again !== null || this.#closed) return;
    this.#again = setTimeout(() => {
      this.#again = null;
      void this.#settleLost().finally(() => this.#next());
    }, againMs);
    this.#again.unref();
  }

  async #settleLost(): Promise<void> {
    const { store, now } = this.#parts;
    for (const job of await store.lostJobs()) {
      await this.#change(job.id, await describeLost(store, job, now().toISOString()));
    }
    const running = (await store.jobs()).find(({ state }) => state === 'running');
    if (running === undefined || running.id === this.#running?.job.id) return;
    this.#tell(running);
    this.#lookAgain();
  }

  #tell(job: Job): void {
    for (const listener of this.#listeners) listener(job);
  }
}
