import type { Job } from '../../edges/store/index.ts';
import type { DiscoverRequest } from '../discover-patterns.ts';
import type { DraftRequest } from '../draft-profile.ts';
import type { ImportRequest } from '../import-files.ts';
import type { RetryRequest } from '../retry-rows.ts';
import type { DemoRequest } from '../run-demo.ts';
import type { ScoreRequest } from '../score-accounts.ts';
import type { CompareRequest, LearnRequest } from '../scorecard/index.ts';
import type { SyncRequest, WriteBackRequest } from '../sync/index.ts';
import type { WorkEvent } from '../work-event.ts';

/** A request as it is kept with a job: the moment and the progress are the job's. */
type Kept<R> = Omit<R, 'at' | 'onProgress'>;

/** What each kind of job is asked. */
export interface JobRequests {
  readonly preview: Kept<ImportRequest>;
  /** Loads the sample company: files, page and list. */
  readonly sample: Kept<DemoRequest>;
  readonly import: Kept<ImportRequest>;
  readonly retry: Kept<RetryRequest>;
  readonly discover: Kept<DiscoverRequest>;
  readonly draft: Kept<DraftRequest>;
  readonly score: Kept<ScoreRequest>;
  readonly learn: Kept<LearnRequest>;
  readonly compare: Kept<CompareRequest>;
  readonly sync: Kept<SyncRequest>;
  readonly 'write-back': Kept<WriteBackRequest>;
}

/** The use cases that run as jobs. */
export type JobKind = keyof JobRequests;

/** A job to be done. */
export type NewJob = {
  readonly [K in JobKind]: { readonly kind: K; readonly request: JobRequests[K] };
}[JobKind];

/** What the process of a job says while it works; the last message is a result or a problem. */
export type JobMessage =
  | { readonly kind: 'progress'; readonly event: WorkEvent }
  | { readonly kind: 'result'; readonly result: unknown }
  | { readonly kind: 'problem'; readonly problem: NonNullable<Job['error']> };
