import type { StartedProcess, StartProcess } from '../../edges/processes/index.ts';
import type { Job, JobChange, JobProgress, Store } from '../../edges/store/index.ts';
import type { WorkEvent } from '../work-event.ts';
import { describeCancelled, describeCrash, describeCutOff } from './describe-end.ts';
import type { JobMessage } from './types.ts';

/** How often progress is kept and told at most, and how often the job is said to be alive. */
const progressMs = 300;
const aliveMs = 10_000;

/** What a running job needs of the runner. */
export interface JobSurroundings {
  readonly store: Store;
  readonly start: StartProcess;
  readonly now: () => Date;
  /** Keeps a change of the job and tells those who watch. */
  readonly update: (change: JobChange) => Promise<void>;
}

/** One job in its process, from the start to what is to be said of its end. */
export class RunningJob {
  readonly job: Job;
  readonly #around: JobSurroundings;
  readonly #process: StartedProcess;
  readonly #alive: ReturnType<typeof setInterval>;
  #last: JobMessage | null = null;
  #progress: JobProgress | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #why: 'cancelled' | 'stopped' | null = null;

  constructor(job: Job, around: JobSurroundings) {
    this.job = job;
    this.#around = around;
    this.#process = around.start([around.store.path, String(job.id)], (message) =>
      this.#hear(message as JobMessage),
    );
    const seen = () => around.now().toISOString();
    this.#alive = setInterval(() => this.#report({ seenAt: seen() }), aliveMs);
  }

  /** Waits for the end and gives what changes of the job by it. */
  async finish(): Promise<JobChange> {
    const { store, now } = this.#around;
    this.#report({ pid: this.#process.pid });
    const end = await this.#process.ended;
    clearInterval(this.#alive);
    if (this.#timer !== null) clearTimeout(this.#timer);
    const over = { endedAt: now().toISOString(), pid: null, progress: this.#progress };
    if (this.#last?.kind === 'result') return { ...over, state: 'done', result: this.#last.result };
    if (this.#why === 'cancelled') return { ...over, ...(await describeCancelled(store, this.job)) };
    if (this.#why === 'stopped')
      return { ...over, state: 'interrupted', error: await describeCutOff(store, this.job) };
    if (this.#last?.kind === 'problem') return { ...over, state: 'failed', error: this.#last.problem };
    return { ...over, ...(await describeCrash(store, this.job, end)) };
  }

  /** Ends the process: a person cancels the job, or the server stops. */
  end(why: 'cancelled' | 'stopped'): void {
    this.#why ??= why;
    this.#process.end();
  }

  /** News that are lost are followed by others: the end alone must be kept. */
  #report(change: JobChange): void {
    this.#around.update(change).catch(() => undefined);
  }

  #hear(message: JobMessage): void {
    this.#last = message;
    if (message.kind !== 'progress' || isBehind(message.event, this.#progress)) return;
    this.#progress = message.event;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#report({ progress: this.#progress });
    }, progressMs);
  }
}

/** The share of one step never goes back. */
function isBehind({ step, subject, share }: WorkEvent, last: JobProgress | null): boolean {
  return last?.step === step && last.subject === subject && (share ?? 0) < (last.share ?? 0);
}
