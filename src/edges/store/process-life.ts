import { createHash } from 'node:crypto';
import { hostname } from 'node:os';

/** A short name of this machine, for what several machines may write to one folder. */
export const machine: string = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** True while a process of this machine runs, whoever owns it. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
