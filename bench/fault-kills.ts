import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkAfter } from './fault-checks.ts';
import type { FaultRow } from './fault-row.ts';
import type { KindOfWork, Saved } from './fault-work.ts';

/** So many kills share a workspace, which then begins anew from the template. */
const perWorkspace = 20;

/** A process that works until it is killed. */
export interface Worker {
  readonly process: ChildProcess;
  readonly said: readonly Saved[];
  readonly ready: Promise<void>;
  readonly ended: Promise<unknown>;
  /** What it said of a fault of its own. */
  readonly lastWords: () => string;
}

/** Starts a process that does one kind of work over and over. */
export function startWorker(kind: KindOfWork, path: string): Worker {
  const child = spawn(process.execPath, [process.argv[1] ?? '', 'work', kind, path], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Saved[] = [];
  let rest = '';
  let words = '';
  let resolve: () => void = () => undefined;
  const ready = new Promise<void>((done) => {
    resolve = done;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-500);
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines)
      if (line === 'ready') resolve();
      else said.push(JSON.parse(line) as Saved);
  });
  const ended = once(child, 'close').then(() => resolve());
  return { process: child, said, ready, ended, lastWords: () => words };
}

/** How to kill, how often and from which template. */
export interface KillPlan {
  readonly kind: KindOfWork;
  readonly times: number;
  readonly template: string;
  readonly scratch: string;
  readonly random: () => number;
}

/** Kills processes at random moments of their work, and looks after each. */
export async function killAtRandom({ kind, times, template, scratch, random }: KillPlan): Promise<FaultRow> {
  const path = join(scratch, `killed-${kind}`);
  let said: Saved[] = [];
  const wrong: string[] = [];
  const opened: number[] = [];
  let swept = 0;
  let saved = 0;
  const withinMs = await timeOfPiece(kind, template, path);
  for (let kill = 0; kill < times; kill++) {
    if (kill % perWorkspace === 0) {
      rmSync(path, { recursive: true, force: true });
      cpSync(template, path, { recursive: true });
      said = [];
    }
    const worker = await killOnce(kind, path, random() * withinMs);
    said.push(...worker.said);
    saved += worker.said.length;
    const after = await checkAfter(path, said);
    const failed = worker.lastWords() === '' ? [] : [`said: ${worker.lastWords()}`];
    wrong.push(...[...after.wrong, ...failed].map((words) => `kill ${kill + 1}: ${words}`));
    swept += after.swept;
    opened.push(after.openMs);
    if (kill % 10 === 9) console.log(`${kind}: ${kill + 1} of ${times} kills, ${wrong.length} wrong`);
  }
  rmSync(path, { recursive: true, force: true });
  const slowest = Math.round(Math.max(...opened));
  const note = `${saved} things said to be saved, all there; ${swept} half-written files swept; opened in at most ${slowest} ms`;
  return { fault: `kill -9 during ${kind}`, times, wrong, note };
}

async function killOnce(kind: KindOfWork, path: string, afterMs: number): Promise<Worker> {
  const worker = startWorker(kind, path);
  await worker.ready;
  await sleep(afterMs);
  worker.process.kill('SIGKILL');
  await worker.ended;
  // The process of a job notices that its server is gone, and ends.
  if (kind === 'job') await sleep(1500);
  return worker;
}

/** So long two pieces of work take, in a process that lives. */
async function timeOfPiece(kind: KindOfWork, template: string, path: string): Promise<number> {
  rmSync(path, { recursive: true, force: true });
  cpSync(template, path, { recursive: true });
  const worker = startWorker(kind, path);
  await worker.ready;
  const before = performance.now();
  while (worker.said.length < 2 && worker.process.exitCode === null) await sleep(5);
  const elapsed = performance.now() - before;
  worker.process.kill('SIGKILL');
  await worker.ended;
  if (worker.said.length < 2) throw new Error(`${kind} broke: ${worker.lastWords()}`);
  await sleep(1500);
  return elapsed;
}
