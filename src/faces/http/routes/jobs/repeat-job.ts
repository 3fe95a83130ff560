import { defineRoute } from '../../define-route.ts';
import { jobId } from './job-id.ts';
import { jobSchema } from './job-schema.ts';
import { showJob } from './show-job.ts';

/** `POST /jobs/{id}/again`: asks anew for what a job that is over was asked, such as an import that was cut off. */
export const repeatJob = defineRoute({
  method: 'post',
  path: '/jobs/{id}/again',
  operationId: 'repeatJob',
  summary: 'Ask anew for what a job that is over was asked; files that were sent are kept for a day',
  tag: 'Jobs',
  params: jobId,
  response: jobSchema,
  status: 202,
  handle: async ({ jobs }, { params }) => showJob(await jobs.again(params.id)),
});
