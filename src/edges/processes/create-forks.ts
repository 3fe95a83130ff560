import { type ChildProcess, fork } from 'node:child_process';
import type { ProcessEnd, StartedProcess, StartProcess } from './types.ts';

/** How long a process may take to end when it is asked to. */
const graceMs = 2000;
const mostWords = 4000;

/**
 * Starts processes of Node from one script, with a channel for messages.
 *
 * @param entry path of the script
 */
export function createForks(entry: string): StartProcess {
  return (args, onMessage) => {
    const child = fork(entry, [...args], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
    child.on('message', onMessage);
    return { pid: child.pid ?? null, end: endingOf(child), ended: endOf(child) };
  };
}

function endingOf(child: ChildProcess): StartedProcess['end'] {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    child.once('close', () => clearTimeout(timer));
  };
}

function endOf(child: ChildProcess): Promise<ProcessEnd> {
  let lastWords = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-mostWords);
  });
  return new Promise((resolve) => {
    child.once('error', (error) => {
      if (child.pid === undefined) resolve({ exitCode: null, signal: null, lastWords: error.message });
    });
    child.once('close', (exitCode, signal) => resolve({ exitCode, signal, lastWords }));
  });
}
