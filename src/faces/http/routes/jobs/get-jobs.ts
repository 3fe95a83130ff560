import { z } from 'zod';
import { defineRoute } from '../../define-route.ts';
import { jobDocument, jobSchema } from './job-schema.ts';

/** `GET /jobs`: the newest jobs. */
export const getJobs = defineRoute({
  method: 'get',
  path: '/jobs',
  operationId: 'getJobs',
  summary: 'Long work that was asked for, newest first; the last hundred are kept',
  tag: 'Jobs',
  response: z.strictObject({ kind: z.literal('jobs'), jobs: z.array(jobSchema) }).meta({ id: 'Jobs' }),
  handle: async ({ jobs }) => ({ kind: 'jobs' as const, jobs: (await jobs.list()).map(jobDocument) }),
});
