import { randomBytes } from 'node:crypto';
import { isProcessAlive, machine } from './process-life.ts';

const session = randomBytes(4).toString('hex');

/** A fresh file name for a draft: it says which process is writing it, so that a sweep can tell. */
export function draftName(extension: string): string {
  return `${machine}-${process.pid}-${session}-${randomBytes(6).toString('hex')}.${extension}`;
}

/** True when the process that started a draft may still be writing it: it lives, or is on another machine. */
export function isDraftAlive(name: string): boolean {
  const [host, pid, draftSession] = name.split('-');
  if (host !== machine) return true;
  if (Number(pid) === process.pid) return draftSession === session;
  return isProcessAlive(Number(pid));
}
