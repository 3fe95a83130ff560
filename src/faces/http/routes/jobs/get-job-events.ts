import { defineStream } from '../../define-stream.ts';
import { jobEvents } from './event-stream.ts';
import { jobId } from './job-id.ts';

/** `GET /jobs/{id}/events`: how a job stands now, then every change of it, until it is over. */
export const getJobEvents = defineStream({
  method: 'get',
  path: '/jobs/{id}/events',
  operationId: 'getJobEvents',
  summary: 'Server-sent events `job`: how it stands now, then each change, until it is over',
  tag: 'Jobs',
  params: jobId,
  produces: ['text/event-stream'],
  handle: async ({ jobs }, { params, request }) => {
    await jobs.read(params.id);
    const isOver = (state: string) => state !== 'queued' && state !== 'running';
    return jobEvents(
      request,
      (listener) => jobs.watch(params.id, listener),
      ({ state }) => isOver(state),
    );
  },
});

/** `GET /jobs/events`: every change of every job. */
export const getJobsEvents = defineStream({
  method: 'get',
  path: '/jobs/events',
  operationId: 'getJobsEvents',
  summary: 'Server-sent events `job`: each change of each job, from now on',
  tag: 'Jobs',
  produces: ['text/event-stream'],
  handle: async ({ jobs }, { request }) =>
    jobEvents(
      request,
      async (listener) => jobs.watchAll(listener),
      () => false,
    ),
});
