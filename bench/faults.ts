import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withWorkspace } from '../src/app/compose.ts';
import { runDemo } from '../src/app/run-demo.ts';
import { checkAfter } from './fault-checks.ts';
import { type DiskPlan, faultyDisks } from './fault-disk.ts';
import { clockBack, spoiledFiles } from './fault-files.ts';
import { killAtRandom, startWorker } from './fault-kills.ts';
import type { FaultRow } from './fault-row.ts';
import { killSyncs } from './fault-syncs.ts';
import { jobsFolder, type KindOfWork, workForever } from './fault-work.ts';
import { markdownTable } from './markdown-table.ts';
import { printEvidence } from './print-evidence.ts';
import { runStandIn, type StandInSetup } from './sync/stand-in-process.ts';
import { vendors } from './sync/vendors.ts';
import { timeCommand } from './time-command.ts';
import { writeBench } from './write-bench.ts';

/** Of each hundred kills. */
const shares = { import: 0.35, publish: 0.2, score: 0.25, job: 0.2 } as const;
/** ... and beside them, with a CRM. */
const syncShares = { syncs: 0.3, writes: 0.12 } as const;

const [first, kind, path] = process.argv.slice(2);
const crms = vendors.filter((vendor) => path === undefined || path === vendor);
if (first === 'stand-in') await runStandIn(JSON.parse(kind ?? '') as StandInSetup);
else if (first === 'work') await workForever(kind as KindOfWork, path ?? '');
else await campaign(Number(first ?? 220), kind);

/**
 * Every fault, one after the other, each followed by a look at everything that was saved before.
 *
 * @param only kills during this kind of work and no other fault (`crm`: syncs and write-backs, of one vendor where it
 *   is named next); left out, everything
 */
async function campaign(kills: number, only: string | undefined): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'bestfit-faults-'));
  try {
    const rows = [
      ...(only === 'crm' ? [] : await ownFaults(scratch, kills, only)),
      ...(only === undefined || only === 'crm' ? await crmFaults(scratch, kills) : []),
    ];
    const table = rows.map(({ fault, times, wrong, note }) => ({ fault, times, lost: wrong.length, note }));
    const part = [only, only === 'crm' ? path : undefined].filter((each) => each !== undefined);
    const record = writeBench('faults', rows, ['faults', ...part].join('-'));
    printEvidence(record, null, [markdownTable(table)]);
    for (const words of rows.flatMap(({ fault, wrong }) => wrong.map((each) => `${fault}: ${each}`)))
      console.log(words);
    process.exitCode = rows.every(({ wrong }) => wrong.length === 0) ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function ownFaults(scratch: string, kills: number, only: string | undefined) {
  // Builds what the processes of jobs run, where it is older than its sources.
  timeCommand(['bin/bestfit.mjs', '--version']);
  cpSync('dist', jobsFolder, { recursive: true });
  const template = join(scratch, 'template');
  await makeTemplate(template);
  const plan = { template, scratch };
  const rows = await killed(plan, kills, only);
  return only === undefined ? [...rows, ...(await otherFaults(plan))] : rows;
}

/** Faults of syncs and write-backs, with stand-ins that survive them. */
function crmFaults(scratch: string, kills: number): Promise<readonly FaultRow[]> {
  const [syncs, writes] = [syncShares.syncs, syncShares.writes].map((share) =>
    Math.max(Math.round(kills * share), 1),
  );
  return killSyncs({ crms, syncs: syncs!, writes: writes!, scratch, random: randomFrom(20261128) });
}

async function otherFaults(plan: DiskPlan): Promise<readonly FaultRow[]> {
  return [
    ...(await faultyDisks(plan)),
    await twoWriters(plan),
    ...(await spoiledFiles(plan)),
    await clockBack(plan),
  ];
}

/** The sample company with its page and a list. */
async function makeTemplate(template: string): Promise<void> {
  const request = { at: new Date().toISOString(), by: 'Ana', onProgress: () => undefined };
  await withWorkspace(template, { create: true }, (workspace) => runDemo(workspace, request));
}

async function killed(plan: DiskPlan, kills: number, only: string | undefined): Promise<readonly FaultRow[]> {
  const random = randomFrom(20261127);
  const rows: FaultRow[] = [];
  for (const [work, share] of Object.entries(shares)) {
    if (only !== undefined && only !== work) continue;
    const times = Math.max(Math.round(kills * share), 1);
    rows.push(await killAtRandom({ kind: work as KindOfWork, times, ...plan, random }));
  }
  return rows;
}

/** Two processes import into one workspace at once, for some seconds, and are killed. */
async function twoWriters({ template, scratch }: DiskPlan): Promise<FaultRow> {
  const shared = join(scratch, 'shared');

  cpSync(template, shared, { recursive: true });
  const workers = [
    startWorker('publish', shared),
    startWorker('import', shared),
    startWorker('score', shared),
  ];
  await Promise.all(workers.map(({ ready }) => ready));
  await sleep(10_000);
  for (const worker of workers) worker.process.kill('SIGKILL');
  await Promise.all(workers.map(({ ended }) => ended));
  const said = workers.flatMap((worker) => worker.said).filter(({ kind: saved }) => saved !== 'run');
  const { wrong } = await checkAfter(shared, said);
  const broken = workers.map((worker) => worker.lastWords()).filter((words) => words !== '');
  const note = `${said.length} things saved by two importing and publishing processes while a third scored`;
  return { fault: 'writers at once', times: 1, wrong: [...wrong, ...broken], note };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
