import { answerJson, type StandInAnswer } from '../shared/index.ts';
import { type SalesforceAccount, stamp } from './salesforce-account.ts';
import { SalesforceRefusal } from './salesforce-refusal.ts';

/** How far a job is. */
export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';

/** What all jobs have; times in milliseconds since 1970. */
export interface BulkJob {
  readonly id: string;
  readonly object: string;
  readonly operation: string;
  readonly createdAt: number;
  /** When the work was handed in; null while data can still be added. */
  handedInAt: number | null;
  /** What ended the job before it did anything. */
  failure: string | null;
  isAborted: boolean;
  processed: number;
  failed: number;
}

/** A new job that waits. */
export function newJob(
  account: SalesforceAccount,
  { id, object, operation }: Pick<BulkJob, 'id' | 'object' | 'operation'>,
): BulkJob {
  const none = { handedInAt: null, failure: null, isAborted: false, processed: 0, failed: 0 };
  return { id, object, operation, createdAt: account.now(), ...none };
}

/** How far a job is at `now`, when Salesforce takes `workMs` for it: it waits for a fifth of that time. */
export function stateOf(job: BulkJob, now: number, workMs: number): JobState {
  if (job.isAborted) return 'Aborted';
  if (job.handedInAt === null) return 'Open';
  const elapsed = now - job.handedInAt;
  if (elapsed < workMs / 5) return 'UploadComplete';
  if (elapsed < workMs) return 'InProgress';
  return job.failure === null ? 'JobComplete' : 'Failed';
}

/** A job as Salesforce sends it; `more` is what only one kind of job has. */
export function jobJson(job: BulkJob, state: JobState, more: object): object {
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: '0050K0000000001AAA',
    createdDate: stamp(job.createdAt),
    systemModstamp: stamp(job.handedInAt ?? job.createdAt),
    state,
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    lineEnding: 'LF',
    columnDelimiter: 'COMMA',
    ...(state === 'Failed' ? { errorMessage: job.failure } : {}),
    ...more,
  };
}

/** The answer with a job that exists. */
export function jobAnswer(job: BulkJob, state: JobState, more: object): StandInAnswer {
  return answerJson(200, jobJson(job, state, more));
}

/** An answer in CSV. */
export function csvAnswer(body: string, headers: Readonly<Record<string, string>> = {}): StandInAnswer {
  return { status: 200, headers: { 'content-type': 'text/csv; charset=UTF-8', ...headers }, body };
}

/** The refusal of a job that does not exist. */
export function noJob(): SalesforceRefusal {
  return new SalesforceRefusal(404, 'NOT_FOUND', 'The requested resource does not exist');
}

/** The refusal of results that are not there yet. */
export function notReady(state: JobState): SalesforceRefusal {
  return new SalesforceRefusal(400, 'INVALIDJOBSTATE', `Invalid job state: ${state}`);
}
