import type { Route } from '../../types.ts';
import { cancelJob } from './cancel-job.ts';
import { getJob } from './get-job.ts';
import { getJobEvents } from './get-job-events.ts';
import { getJobs } from './get-jobs.ts';
import { postJob } from './post-job.ts';
import { repeatJob } from './repeat-job.ts';

export { jobSchema } from './job-schema.ts';
export { jobProblemSchema, rowsSchema } from './result-schemas.ts';
export { showJob } from './show-job.ts';
export { syncSummarySchema } from './sync-schema.ts';
export { writtenBackSchema } from './written-back-schema.ts';

/** Long work. */
export const jobRoutes: readonly Route[] = [getJobs, postJob, getJob, cancelJob, repeatJob, getJobEvents];
