import { Worker } from 'node:worker_threads';

const everyMs = 250;

/** The parent of an orphan is another process; a channel that closes says the same where there is no such number. */
const watch = `
  const parent = process.ppid;
  setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL'); }, ${everyMs});
`;

/**
 * Ends this process soon after the one that started it is gone, also while it computes: a thread of its own looks. The
 * workspace is then as it was last committed, for a commit is one transaction.
 */
export function endWithParent(): void {
  process.once('disconnect', () => process.exit(1));
  new Worker(watch, { eval: true }).unref();
}
