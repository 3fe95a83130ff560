/** Sends one event of a stream: its name and its data as JSON. */
export type SendEvent = (event: string, data: unknown) => void;

/** How often a line that means nothing is sent, so that a lost connection is noticed, in milliseconds. */
const beatMs = 20_000;

/**
 * Answers with server-sent events until the reader goes away or the source ends it.
 *
 * @param start begins to send; gives what is called when the stream is over
 */
export function eventStream(
  request: Request,
  start: (send: SendEvent, end: () => void) => Promise<() => void> | (() => void),
): Response {
  const encoder = new TextEncoder();
  let stop: () => void = () => undefined;
  const stream = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      let over = false;
      const write = (text: string) => {
        if (!over) controller.enqueue(encoder.encode(text));
      };
      const beat = setInterval(() => write(':\n\n'), beatMs);
      beat.unref();
      const end = () => {
        if (over) return;
        over = true;
        clearInterval(beat);
        stop();
        controller.close();
      };
      request.signal.addEventListener('abort', end);
      const release = await start(
        (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
        end,
      );
      if (over) release();
      else stop = release;
    },
    cancel: () => stop(),
  });
  const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store' };
  return new Response(stream, { headers });
}
