import { defineStream } from '../../define-stream.ts';
import { eventStream } from '../../event-stream.ts';
import { showJob } from '../jobs/index.ts';

/** How often the catalog is asked whether anything changed, in milliseconds. */
const askEveryMs = 700;

/** `GET /changes`: one event per change, whoever made it, so that every open page reads anew what it shows. */
export const getChanges = defineStream({
  method: 'get',
  path: '/changes',
  operationId: 'getChanges',
  summary:
    'Server-sent events: `revision` at the start and for each change by any process, `job` for each change of a job',
  tag: 'Workspace',
  produces: ['text/event-stream'],
  handle: async ({ workspace, jobs }, { request }) =>
    eventStream(request, (send) => {
      let last = -1;
      const ask = async () => {
        const revision = await workspace.store.revision();
        if (revision !== last) send('revision', revision);
        last = revision;
      };
      const timer = setInterval(() => void ask().catch(() => undefined), askEveryMs);
      const unwatch = jobs.watchAll((job) => send('job', showJob(job)));
      void ask().catch(() => undefined);
      return () => {
        clearInterval(timer);
        unwatch();
      };
    }),
});
