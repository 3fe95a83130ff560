import { z } from 'zod';
import { defineRoute } from '../../define-route.ts';
import { jobSchema } from './job-schema.ts';
import { showJob } from './show-job.ts';

/** `GET /jobs`: what was asked for and what became of it, newest first. */
export const getJobs = defineRoute({
  method: 'get',
  path: '/jobs',
  operationId: 'listJobs',
  summary: 'The last hundred jobs, newest first',
  tag: 'Jobs',
  response: z.strictObject({ kind: z.literal('jobs'), jobs: z.array(jobSchema) }).meta({ id: 'Jobs' }),
  handle: async ({ jobs }) => ({ kind: 'jobs' as const, jobs: (await jobs.list()).map(showJob) }),
});
