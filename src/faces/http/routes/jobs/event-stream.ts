import type { JobListener } from '../../../../app/jobs/index.ts';
import type { Job } from '../../../../edges/store/index.ts';
import { jobDocument } from './job-schema.ts';

/** Says that the line is open, so that neither end takes silence for its end. */
const pulseMs = 15_000;

/** Answers with an event `job` for each state that the listener is told, until it is over or nobody listens. */
export function jobEvents(
  request: Request,
  watch: (listener: JobListener) => Promise<() => void>,
  isLast: (job: Job) => boolean,
): Response {
  const encoder = new TextEncoder();
  let end: () => void = () => undefined;
  const stream = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      let stop: () => void = () => undefined;
      let isOver = false;
      const pulse = setInterval(() => controller.enqueue(encoder.encode(': open\n\n')), pulseMs);
      end = () => {
        if (isOver) return;
        isOver = true;
        clearInterval(pulse);
        stop();
        controller.close();
      };
      request.signal.addEventListener('abort', () => end());
      controller.enqueue(encoder.encode(': open\n\n'));
      stop = await watch((job) => {
        if (isOver) return;
        const data = JSON.stringify(jobDocument(job));
        controller.enqueue(encoder.encode(`event: job\nid: ${job.id}\ndata: ${data}\n\n`));
        if (isLast(job)) end();
      });
      if (isOver) stop();
    },
    cancel: () => end(),
  });
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
  });
}
