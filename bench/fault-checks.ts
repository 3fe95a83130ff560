import { readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { withWorkspace } from '../src/app/compose.ts';
import { examineWorkspace } from '../src/app/examine-workspace.ts';
import type { Workspace } from '../src/app/workspace.ts';
import type { Store } from '../src/edges/store/index.ts';
import type { Saved } from './fault-work.ts';

/** What a look after a fault found. */
export interface AfterFault {
  /** What is not as it must be; empty when nothing was lost. */
  readonly wrong: readonly string[];
  /** Half-written files that the fault left, all swept. */
  readonly swept: number;
  readonly openMs: number;
}

/**
 * Opens a workspace after a fault and holds it against what was said to be saved: all of it is there, every file is
 * whole with all its rows, rows in are rows kept and set aside, and a sweep leaves nothing half-written.
 */
export async function checkAfter(path: string, said: readonly Saved[]): Promise<AfterFault> {
  const before = performance.now();
  return withWorkspace(path, { create: false }, async (workspace) => {
    const head = await workspace.store.head();
    const openMs = performance.now() - before;
    const missing = await missingOf(workspace.store, said);
    const swept = await sweepAll(workspace);
    const { findings } = await examineWorkspace(workspace, { repair: true, at: new Date().toISOString() });
    const expected = ['job-lost', 'little-space'];
    const wrong = findings.filter(({ code }) => !expected.includes(code)).map((each) => JSON.stringify(each));
    const left = readdirSync(join(path, 'data', 'drafts'));
    return {
      wrong: [
        ...missing,
        ...wrong,
        ...(head === null ? ['no head'] : []),
        ...left.map((name) => `draft ${name}`),
      ],
      swept,
      openMs,
    };
  });
}

async function missingOf(store: Store, said: readonly Saved[]): Promise<readonly string[]> {
  const commits = new Set((await store.commits()).map(({ id }) => id));
  const versions = await store.profiles();
  const published = versions.filter((each) => each.published);
  const jobs = new Map((await store.jobs()).map((job) => [job.id, job.state]));
  const last = said.findLast(({ kind }) => kind === 'published')?.id ?? 0;
  const snapshot = (await store.head())?.snapshot.id ?? '';
  const runs = new Set((await store.runs('score', { snapshot })).map(({ id }) => id));
  const syncs = new Map((await store.syncs(null, 1000)).map(({ id, state }) => [id, state]));
  const isThere = ({ kind, id }: Saved): boolean => {
    if (kind === 'commit') return commits.has(id);
    if (kind === 'sync' || kind === 'write') return syncs.get(id) === 'done';
    if (kind === 'job') return jobs.get(id) === 'done';
    if (kind === 'run') return runs.has(id);
    return versions.some(({ version }) => version === id);
  };
  const lost = said.filter((saved) => !isThere(saved)).map(({ kind, id }) => `${kind} ${id} is lost`);
  const isOne = published.length === 1 && (published[0]?.version ?? 0) >= last;
  return isOne
    ? lost
    : [...lost, `published: ${published.map(({ version }) => version).join(' ') || 'none'}`];
}

/** Makes every file look old, so that what nothing needs goes at once. */
async function sweepAll({ store }: Workspace): Promise<number> {
  for (const folder of [join(store.path, 'data'), join(store.path, 'data', 'drafts')])
    for (const name of readdirSync(folder)) {
      const file = join(folder, name);
      if (statSync(file).isFile()) utimesSync(file, new Date(0), new Date(0));
    }
  return store.sweep();
}
