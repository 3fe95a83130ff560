import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withWorkspace } from '../src/app/compose.ts';
import { BestfitError } from '../src/base/errors/index.ts';
import { checkAfter } from './fault-checks.ts';
import type { FaultRow } from './fault-row.ts';
import { type Saved, works } from './fault-work.ts';

/** Where the disk of a few megabytes is, and the workspace that is put on it. */
export interface DiskPlan {
  readonly template: string;
  readonly scratch: string;
}

const kilobytes = [0, 16, 64, 128, 256, 512, 1024] as const;
const names = ['import', 'publish', 'score'] as const;

/** Fills a small disk up, and makes another one read-only, under work of each kind. */
export async function faultyDisks(plan: DiskPlan): Promise<readonly FaultRow[]> {
  return [
    await onSmallDisk(plan, 'full disk', fullDisk),
    await onSmallDisk(plan, 'read-only folder', readOnly),
  ];
}

/** Work on a workspace on a disk of 24 MiB of its own. */
export async function onSmallDisk(
  { template, scratch }: DiskPlan,
  fault: string,
  work: (path: string, disk: string) => Promise<FaultRow>,
): Promise<FaultRow> {
  const disk = join(scratch, fault);
  mkdirSync(disk, { recursive: true });
  if (!mount(['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk]))
    return { fault, times: 0, wrong: [], note: 'not run: only root can mount a small disk (tmpfs)' };
  try {
    const path = join(disk, 'workspace');
    cpSync(template, path, { recursive: true });
    return await work(path, disk);
  } finally {
    spawnSync('umount', ['--lazy', disk]);
  }
}

function mount(args: readonly string[]): boolean {
  return spawnSync('mount', args).status === 0;
}

async function fullDisk(path: string, disk: string): Promise<FaultRow> {
  const ballast = join(disk, 'ballast');
  const told: string[] = [];
  const wrong: string[] = [];
  for (const room of kilobytes)
    for (const name of names) {
      const { bavail, bsize } = statfsSync(path);
      writeFileSync(ballast, Buffer.alloc(Math.max(bavail * bsize - room * 1024, 0)));
      const { said, code } = await attempt(path, name);
      told.push(code);
      rmSync(ballast);
      const after = await checkAfter(path, said);
      wrong.push(...after.wrong.map((words) => `${name}, ${room} KiB free: ${words}`));
    }
  wrong.push(...told.filter((code) => !['saved', 'store.disk-full'].includes(code)));
  return { fault: 'full disk', times: told.length, wrong, note: countsOf(told) };
}

async function readOnly(path: string, disk: string): Promise<FaultRow> {
  const told: string[] = [];
  for (const name of names) {
    mount(['-o', 'remount,ro', disk]);
    told.push((await attempt(path, name)).code);
    mount(['-o', 'remount,rw', disk]);
  }
  const unclear = told.filter((code) => code !== 'store.read-only');
  const { wrong } = await checkAfter(path, []);
  return {
    fault: 'read-only folder',
    times: told.length,
    wrong: [...wrong, ...unclear],
    note: countsOf(told),
  };
}

/** One piece of work; `saved`, or the code of its refusal. */
async function attempt(path: string, name: (typeof names)[number]) {
  const said: Saved[] = [];
  try {
    await withWorkspace(path, { create: false }, (workspace) =>
      works[name](workspace, Math.floor(performance.now()), (saved) => said.push(saved)),
    );
    return { said, code: 'saved' };
  } catch (error) {
    const code = error instanceof BestfitError ? error.code : String(error);
    const isFileOfOurs = /^Error: (ENOSPC|EROFS)/.test(String(error));
    return { said, code: isFileOfOurs ? 'store.disk-full' : code };
  }
}

/** `3 saved, 2 store.disk-full` */
export function countsOf(told: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const code of told) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, n]) => `${n} ${code}`).join(', ');
}
