import { defineRoute } from '../../define-route.ts';
import { jobId } from './job-id.ts';
import { jobSchema } from './job-schema.ts';
import { showJob } from './show-job.ts';

/** `GET /jobs/{id}`: one job as it stands. */
export const getJob = defineRoute({
  method: 'get',
  path: '/jobs/{id}',
  operationId: 'getJob',
  summary: 'One job as it stands now',
  tag: 'Jobs',
  params: jobId,
  response: jobSchema,
  handle: async ({ jobs }, { params }) => showJob(await jobs.read(params.id)),
});
