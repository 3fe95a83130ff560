import { defineRoute } from '../../define-route.ts';
import { jobSchema } from './job-schema.ts';
import { newJobSchema } from './new-job-schema.ts';
import { showJob } from './show-job.ts';
import { toNewJob } from './to-new-job.ts';

/** `POST /jobs`: asks for long work; it is done in order, one job at a time. */
export const postJob = defineRoute({
  method: 'post',
  path: '/jobs',
  operationId: 'startJob',
  summary:
    'Ask for long work: load the sample, discover, draft the page, score, learn the scorecard, sync with a CRM, write back',
  tag: 'Jobs',
  status: 202,
  body: newJobSchema,
  response: jobSchema,
  handle: async ({ jobs, asOf, by }, { body }) =>
    showJob(await jobs.submit(toNewJob(body, { asOf: asOf(), by }))),
});
