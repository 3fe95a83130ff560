import { defineStream } from '../../define-stream.ts';

/** How often the catalog is asked whether anything changed, in milliseconds. */
const askEveryMs = 700;

/** `GET /changes`: one event per change, whoever made it, so that every open page reads anew what it shows. */
export const getChanges = defineStream({
  method: 'get',
  path: '/changes',
  operationId: 'getChanges',
  summary: 'Server-sent events `revision`: one at the start and one for each change by any process',
  tag: 'Workspace',
  produces: ['text/event-stream'],
  handle: async ({ workspace }, { request }) => {
    const encoder = new TextEncoder();
    let last = -1;
    const stream = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        for (;;) {
          const revision = await workspace.store.revision();
          if (request.signal.aborted) return controller.close();
          if (revision !== last) {
            last = revision;
            return controller.enqueue(encoder.encode(`event: revision\ndata: ${revision}\n\n`));
          }
          await new Promise((resolve) => setTimeout(resolve, askEveryMs).unref());
        }
      },
    });
    return new Response(stream, {
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
    });
  },
});
