import { defineRoute } from '../../define-route.ts';
import { jobId } from './job-id.ts';
import { jobDocument, jobSchema } from './job-schema.ts';

/** `GET /jobs/{id}`: one job as it stands. */
export const getJob = defineRoute({
  method: 'get',
  path: '/jobs/{id}',
  operationId: 'getJob',
  summary: 'How one job stands, and what came of it',
  tag: 'Jobs',
  params: jobId,
  response: jobSchema,
  handle: async ({ jobs }, { params }) => jobDocument(await jobs.read(params.id)),
});
