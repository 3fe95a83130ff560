import { defineStream } from '../../define-stream.ts';
import { eventStream } from '../../event-stream.ts';
import { jobId } from './job-id.ts';
import { showJob } from './show-job.ts';

const final = new Set(['done', 'failed', 'cancelled', 'interrupted']);

/** `GET /jobs/{id}/events`: how a job stands, then each change, until it is over. */
export const getJobEvents = defineStream({
  method: 'get',
  path: '/jobs/{id}/events',
  operationId: 'getJobEvents',
  summary: 'Server-sent events `job`: how it stands now, then every change, until it is over',
  tag: 'Jobs',
  params: jobId,
  produces: ['text/event-stream'],
  handle: async ({ jobs }, { params, request }) => {
    await jobs.read(params.id);
    return eventStream(request, (send, end) =>
      jobs.watch(params.id, (job) => {
        send('job', showJob(job));
        if (final.has(job.state)) setTimeout(end);
      }),
    );
  },
});
