import { mkdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openJobs, withWorkspace } from '../src/app/compose.ts';
import { importFiles, nothingSaid } from '../src/app/import-files.ts';
import { scoreAccounts } from '../src/app/score-accounts.ts';
import type { Workspace } from '../src/app/workspace.ts';
import type { Job } from '../src/edges/store/index.ts';
import { type KindOfSync, kindsOfSync, syncForever } from './fault-sync-work.ts';

/** What a process under fire does, over and over. */
export const kindsOfWork = ['import', 'publish', 'score', 'job', ...kindsOfSync] as const;

/** One of `kindsOfWork`. */
export type KindOfWork = (typeof kindsOfWork)[number];

/** What a process says once a piece of work is saved. */
export interface Saved {
  readonly kind: 'commit' | 'version' | 'published' | 'run' | 'job' | 'sync' | 'write';
  readonly id: number;
}

/** Works until it is killed; says `ready` once it is open, then each thing that it saved. */
export async function workForever(kind: KindOfWork, path: string): Promise<void> {
  const ready = (): void => void writeSync(1, 'ready\n');
  const say = (saved: Saved): void => void writeSync(1, `${JSON.stringify(saved)}\n`);
  if (isSync(kind)) return syncForever(kind, path, { ready, say });
  await withWorkspace(path, { create: false }, async (workspace) => {
    ready();
    if (kind === 'job') return keepJobs(workspace, say);
    for (let turn = 0; ; turn++) await works[kind](workspace, turn, say);
  });
}

function isSync(kind: KindOfWork): kind is KindOfSync {
  return kind === 'sync' || kind === 'write-back';
}

/** A copy of what jobs run, so that a build meanwhile does not change it. */
export const jobsFolder = '.tmp/faults-dist';

type Say = (saved: Saved) => void;

/** One piece of each kind of work. */
export const works: Readonly<
  Record<
    Exclude<KindOfWork, 'job' | KindOfSync>,
    (workspace: Workspace, turn: number, say: Say) => Promise<void>
  >
> = {
  import: async (workspace, turn, say) => {
    const { commit } = await importFiles(workspace, importRequest(workspace, turn));
    if (commit !== null) say({ kind: 'commit', id: commit });
  },
  publish: async ({ store }, turn, say) => {
    const newest = await store.profile('Our best customers', 'newest');
    if (newest === null) throw new Error('the template has no page');
    const at = new Date().toISOString();
    const entry = { profile: newest.profile, at, by: 'Ana', snapshot: null, publish: turn % 3 === 0 };
    const { name, version } = await store.saveProfile({ ...entry, why: `turn ${turn}` });
    say({ kind: 'version', id: version });
    await store.publishProfile(name, version);
    say({ kind: 'published', id: version });
  },
  score: async (workspace, turn, say) => {
    const day = `2026-09-${String(1 + (turn % 28)).padStart(2, '0')}`;
    const request = { profile: null, version: null, include: [], onProgress: () => undefined };
    const { run } = await scoreAccounts(workspace, { ...request, asOf: day, at: new Date().toISOString() });
    say({ kind: 'run', id: run.id });
  },
};

function importRequest({ store }: Pick<Workspace, 'store'>, turn: number) {
  return {
    paths: [writeCompanies(join(store.path, `files-${process.pid}`), turn)],
    choices: nothingSaid,
    maps: [],
    covers: 'listed' as const,
    append: false,
    observedOn: null,
    dryRun: false,
    at: new Date().toISOString(),
    onProgress: () => undefined,
  };
}

/** A file of 400 companies that differs from turn to turn; every 50th row says no number where one belongs. */
function writeCompanies(folder: string, turn: number): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'companies.csv');
  const rows = Array.from({ length: 400 }, (_, i) => {
    const employees = i % 50 === 49 ? 'a lot' : String(10 + ((i * 7 + turn * 13 + process.pid) % 500));
    return `x-${i},Company ${i},company-${i}.example,${['clinic', 'school', 'hotel'][(i + turn) % 3]},${employees}`;
  });
  writeFileSync(path, `account id,company,website,industry,employees\n${rows.join('\n')}\n`);
  return path;
}

/** A server that asks for one import after the other, each done by a process of its own. */
async function keepJobs({ store }: Workspace, say: Say): Promise<void> {
  const runner = await openJobs(store, `${jobsFolder}/job.js`);
  for (let turn = 0; ; turn++) {
    const { at: _, onProgress: __, ...request } = importRequest({ store }, turn);
    const { id } = await runner.submit({ kind: 'import', request });
    const over = await new Promise<Job>((done) => {
      void runner.watch(id, (job) => {
        if (job.endedAt !== null) done(job);
      });
    });
    if (over.state !== 'done') throw new Error(`job ${id} ended as ${over.state}: ${over.error?.message}`);
    say({ kind: 'job', id });
  }
}
