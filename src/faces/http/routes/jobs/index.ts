import type { Route } from '../../types.ts';
import { cancelJob } from './cancel-job.ts';
import { getJob } from './get-job.ts';
import { getJobEvents, getJobsEvents } from './get-job-events.ts';
import { getJobs } from './get-jobs.ts';
import { postJob } from './post-job.ts';

export { jobDocument, jobSchema } from './job-schema.ts';
export { fieldKindSchema, fileKindSchema, rowsSchema, tableSchema } from './result-schemas.ts';

/** Long work: asked for, watched, cancelled. */
export const jobRoutes: readonly Route[] = [getJobs, postJob, getJobsEvents, getJob, cancelJob, getJobEvents];
