import { statSync } from 'node:fs';
import { uptime } from 'node:os';

/** Clocks of files and of the machine may differ by so much. */
const slackMs = 2000;

/**
 * True when the machine went down while a workspace was in use: its write-ahead log is still there, last written before
 * the machine started. The end of a process alone cannot harm a file that was made durable; that of a machine can,
 * where a disk says too early that it has written.
 */
export function endedWithMachine(catalog: string): boolean {
  const log = statSync(`${catalog}-wal`, { throwIfNoEntry: false });
  return log !== undefined && log.size > 0 && log.mtimeMs < Date.now() - uptime() * 1000 - slackMs;
}
