/**
 * Does work that a person may stop: the first Ctrl-C (or SIGTERM) aborts the signal, so that what came is kept; a second one
 * ends the process at once.
 */
export async function stopInOrder<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const onSignal = () => {
    const clear = process.stderr.isTTY ? '\r\u001b[2K' : '';
    process.stderr.write(`${clear}Stopping: what came is being kept. Ctrl-C once more ends it at once.\n`);
    stop.abort();
  };
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  try {
    return await work(stop.signal);
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}
