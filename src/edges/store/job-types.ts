/** Where a job stands; the last four are final. `interrupted`: its process went away before it was done. */
export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'interrupted';

/** How far a running job is. */
export interface JobProgress {
  /** A code of the step: `parsing`, `searching`. */
  readonly step: string;
  /** What the step works on: the name of a file, a unit; null for all. */
  readonly subject: string | null;
  /** How many of it; null where nobody counts. */
  readonly count: number | null;
  /** How much of the step is done, 0 to 1; null where nobody counts. */
  readonly share: number | null;
}

/** Why a job did not get done: an error of the catalogue as plain data. */
export interface JobProblem {
  readonly code: string;
  readonly params: unknown;
  readonly message: string;
  readonly remedy: string;
}

/** Long work that was asked for, and what became of it. */
export interface Job {
  readonly id: number;
  /** Which use case: `import`, `discover`. */
  readonly kind: string;
  readonly state: JobState;
  /** What the use case was asked; holds no secret. */
  readonly request: unknown;
  readonly progress: JobProgress | null;
  readonly result: unknown;
  readonly error: JobProblem | null;
  /** Moments, ISO 8601. What a job writes carries the moment of its start. */
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** When the process that keeps it last said that it is alive. */
  readonly seenAt: string | null;
  /** Process that does the work, while it does. */
  readonly pid: number | null;
  /** The commit that was current when it started; null before, and in a workspace without data. */
  readonly headId: number | null;
}

/** What may change of a job. */
export type JobChange = Partial<Omit<Job, 'id' | 'kind' | 'request' | 'createdAt'>>;
