import { defineRoute } from '../../define-route.ts';
import { jobId } from './job-id.ts';
import { jobSchema } from './job-schema.ts';
import { showJob } from './show-job.ts';

/** `POST /jobs/{id}/cancel`: ends a job that waits or runs; the workspace stays as it was last committed. */
export const cancelJob = defineRoute({
  method: 'post',
  path: '/jobs/{id}/cancel',
  operationId: 'cancelJob',
  summary: 'End a job that waits or runs; nothing that it did not finish is kept',
  tag: 'Jobs',
  params: jobId,
  response: jobSchema,
  handle: async ({ jobs }, { params }) => showJob(await jobs.cancel(params.id)),
});
