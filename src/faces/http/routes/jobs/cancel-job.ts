import { defineRoute } from '../../define-route.ts';
import { jobId } from './job-id.ts';
import { jobDocument, jobSchema } from './job-schema.ts';

/** `DELETE /jobs/{id}`: cancels a job that waits or runs; the workspace is as it was last committed. */
export const cancelJob = defineRoute({
  method: 'delete',
  path: '/jobs/{id}',
  operationId: 'cancelJob',
  summary: 'Cancel a job that waits or runs; what it was doing leaves nothing behind',
  tag: 'Jobs',
  params: jobId,
  response: jobSchema,
  handle: async ({ jobs }, { params }) => jobDocument(await jobs.cancel(params.id)),
});
