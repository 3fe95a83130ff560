import { defineRoute } from '../../define-route.ts';
import { askedJob, askedJobSchema } from './asked-job.ts';
import { jobDocument, jobSchema } from './job-schema.ts';

/** `POST /jobs`: asks for long work other than bringing files in. */
export const postJob = defineRoute({
  method: 'post',
  path: '/jobs',
  operationId: 'postJob',
  summary: 'Ask for a discovery, a draft of the page, the scores, a learned card, or the sample',
  tag: 'Jobs',
  body: askedJobSchema,
  response: jobSchema,
  status: 202,
  handle: async ({ jobs, asOf, by }, { body }) =>
    jobDocument(await jobs.submit(askedJob(body, { asOf: asOf(), by }))),
});
