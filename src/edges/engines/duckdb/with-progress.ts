import type { DuckDBConnection } from '@duckdb/node-api';

/** Between two looks. */
const EVERY_MS = 50;

/** Takes how much of a statement is done, 0 to 1, never less than before. */
export type OnDone = (done: number) => void;

/**
 * Runs a statement on a connection and says, while it runs, how much of it is done. DuckDB counts only where its own bar
 * is on, which is told not to print.
 */
export async function withProgress<T>(
  connection: DuckDBConnection,
  onDone: OnDone | undefined,
  run: () => Promise<T>,
): Promise<T> {
  if (onDone === undefined) return run();
  await connection.run('SET enable_progress_bar = true; SET enable_progress_bar_print = false');
  let last = 0;
  const look = () => {
    const done = Math.min(1, connection.progress.percentage / 100);
    if (done <= last) return;
    last = done;
    onDone(done);
  };
  const timer = setInterval(look, EVERY_MS);
  try {
    return await run();
  } finally {
    clearInterval(timer);
  }
}
