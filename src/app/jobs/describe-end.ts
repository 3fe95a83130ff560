import { BestfitError } from '../../base/errors/index.ts';
import type { ProcessEnd } from '../../edges/processes/index.ts';
import type { Job, JobChange, JobProblem, Store } from '../../edges/store/index.ts';
import { toProblem } from '../to-problem.ts';
import { isJobKind, jobKinds } from './job-kinds.ts';

/** What is to be said of a job whose process went away: whether what it was to write was still saved. */
export async function describeCutOff(store: Store, job: Job): Promise<JobProblem> {
  const unchanged = !(await isSaved(store, job));
  return toProblem(new BestfitError('job.cut-off', { job: job.kind, unchanged }));
}

/** How a job ended that was found without a process. */
export async function describeLost(store: Store, job: Job, endedAt: string): Promise<JobChange> {
  return { state: 'interrupted', error: await describeCutOff(store, job), endedAt, pid: null };
}

/** How a job ended that was cancelled: what it had saved by then stands. */
export async function describeCancelled(store: Store, job: Job): Promise<JobChange> {
  if (!(await isSaved(store, job))) return { state: 'cancelled' };
  return {
    state: 'interrupted',
    error: toProblem(new BestfitError('job.cut-off', { job: job.kind, unchanged: false })),
  };
}

/** How a job ended whose process broke without a word. */
export async function describeCrash(store: Store, job: Job, end: ProcessEnd): Promise<JobChange> {
  const unchanged = !(await isSaved(store, job));
  const how = end.signal ?? (end.exitCode === null ? 'it could not be started' : `exit code ${end.exitCode}`);
  const error = new BestfitError('job.crashed', { job: job.kind, how, unchanged, trace: end.lastWords });
  return { state: 'failed', error: toProblem(error) };
}

async function isSaved(store: Store, { kind, startedAt }: Job): Promise<boolean> {
  return startedAt !== null && isJobKind(kind) && (await jobKinds[kind].isSaved(store, startedAt));
}
