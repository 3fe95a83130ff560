import { cpSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withWorkspace } from '../src/app/compose.ts';
import { runDemo } from '../src/app/run-demo.ts';
import { BestfitError } from '../src/base/errors/index.ts';
import { checkAfter } from './fault-checks.ts';
import { countsOf, onSmallDisk } from './fault-disk.ts';
import { startWorker } from './fault-kills.ts';
import type { FaultRow } from './fault-row.ts';
import { dayIn, type KindOfSync, openAtCrm, saveCrmPlace } from './fault-sync-work.ts';
import type { Saved } from './fault-work.ts';
import { compareRecords } from './sync/compare-records.ts';
import { clockIn, openConnected } from './sync/connected-workspace.ts';
import { draftAndChoose } from './sync/draft-and-choose.ts';
import { makeFileClock, openFileClock } from './sync/file-clock.ts';
import { type ApartStandIn, startStandInApart } from './sync/start-stand-in.ts';
import { type Vendor, vendors } from './sync/vendors.ts';

const worldDay = Date.UTC(2026, 8, 1, 12);
const size = { companies: 800, deals: 1200, contacts: 1000 };
const indexLagMs = 5000;

/** How often to kill, in all vendors together. */
export interface SyncKillPlan {
  readonly crms: readonly Vendor[];
  readonly syncs: number;
  readonly writes: number;
  readonly scratch: string;
  readonly random: () => number;
}

/** Kills processes in the middle of syncs and of write-backs with each vendor's stand-in, which lives on. */
export async function killSyncs({
  crms,
  syncs,
  writes,
  scratch,
  random,
}: SyncKillPlan): Promise<readonly FaultRow[]> {
  const rows: FaultRow[] = [];
  for (const vendor of crms) {
    const folder = join(scratch, vendor);
    mkdirSync(folder);
    makeFileClock(clockIn(folder), worldDay);
    const standIn = await startStandInApart({ vendor, size, clock: clockIn(folder), indexLagMs });
    saveCrmPlace(folder, { vendor, orders: standIn.orders });
    const field: KillField = { vendor, folder, standIn, random };
    try {
      rows.push(await killedSyncs(field, Math.ceil(syncs / vendors.length)));
      rows.push(await killedWrites(field, Math.ceil(writes / vendors.length)));
      rows.push(await twoSyncs(field));
      rows.push(await fullDisk(field));
    } finally {
      await standIn.stop();
    }
  }
  return rows;
}

interface KillField {
  readonly vendor: Vendor;
  readonly folder: string;
  readonly standIn: ApartStandIn;
  readonly random: () => number;
}

/** The sample company, connected and never synced. */
async function makeUnsynced({ vendor, folder, standIn }: KillField, path: string): Promise<void> {
  const request = { at: new Date().toISOString(), by: 'Ana', onProgress: () => undefined };
  await withWorkspace(path, { create: true }, (workspace) => runDemo(workspace, request));
  const workspace = await openConnected({ vendor, path, clock: clockIn(folder) });
  await workspace.connect(standIn.origin);
  await workspace.close();
}

async function killedSyncs(field: KillField, times: number): Promise<FaultRow> {
  const { folder } = field;
  const template = join(folder, 'unsynced');
  await makeUnsynced(field, template);
  const tally = newTally();
  for (let kill = 0; kill < times; kill++) {
    const path = join(folder, 'killed-sync');
    if (kill % 10 === 0) {
      rmSync(path, { recursive: true, force: true });
      cpSync(template, path, { recursive: true });
      tally.said = [];
    }
    await killAndLook(field, { kind: 'sync', path, kill, tally }, () => afterSync(field, path));
  }
  return rowOf(field, 'sync', { times, tally });
}

/** The next sync: it ends, and what it leaves are the stand-in's records. Deletions that Pipedrive tells only in full. */
async function afterSync({ vendor, folder, standIn }: KillField, path: string): Promise<AfterKill> {
  // People may have worked the moment before the kill: searches of HubSpot know of it some seconds later.
  openFileClock(clockIn(folder)).advance(2 * indexLagMs);
  const workspace = await openConnected({ vendor, path, clock: clockIn(folder) });
  try {
    const interrupted = (await workspace.store.syncs('crm', 1))[0];
    const { resumed, state } = await workspace.sync(vendor !== 'hubspot');
    const wrong = await compareRecords(workspace, { vendor, orders: standIn.orders });
    const ended = state === 'done' ? [] : [`the next sync ended as ${state}`];
    const place = interrupted?.result === null ? 'reading or merging' : 'importing';
    return { wrong: [...ended, ...wrong], note: resumed ? 'went on' : place };
  } finally {
    await workspace.close();
  }
}

/** Synced, with a page, and the day of scoring to be written. */
async function makeWritable(field: KillField, path: string): Promise<void> {
  const { vendor, folder, standIn } = field;
  const workspace = await openConnected({ vendor, path, clock: clockIn(folder) });
  await workspace.connect(standIn.origin);
  await workspace.sync();
  await draftAndChoose(workspace, { asOf: dayIn(folder), write: ['scored_on'] });
  await workspace.close();
}

async function killedWrites(field: KillField, times: number): Promise<FaultRow> {
  const { folder } = field;
  const path = join(folder, 'killed-write');
  await makeWritable(field, path);
  const tally = newTally();
  for (let kill = 0; kill < times; kill++)
    await killAndLook(field, { kind: 'write-back', path, kill, tally }, () => afterWrite(field, path));
  return rowOf(field, 'write-back', { times, tally });
}

/** The next write-back of the same day: it writes what is left, and every account then holds that day. */
async function afterWrite({ vendor, folder, standIn }: KillField, path: string): Promise<AfterKill> {
  const workspace = await openConnected({ vendor, path, clock: clockIn(folder) });
  try {
    const day = dayIn(folder);
    const [run] = await workspace.store.syncs('crm', 1);
    const before = await holding(standIn, day);
    const rest = await workspace.writeBack(day);
    const after = await holding(standIn, day);
    const wrong: string[] = [];
    if (rest.state !== 'done' || rest.failed.total > 0)
      wrong.push(`ended as ${rest.state}, ${rest.failed.total} failed`);
    if (after !== rest.accounts.found) wrong.push(`${after} of ${rest.accounts.found} accounts hold ${day}`);
    const again = await workspace.writeBack(day);
    if (again.accounts.changed !== 0) wrong.push(`${again.accounts.changed} would be written again`);
    const twice = rest.written - (after - before);
    const cut =
      run?.state === 'done' || before === 0 || before === after ? 'between writes' : 'while writing';
    return { wrong, note: `${cut}${twice > 0 ? `, ${twice} set to the same value twice` : ''}` };
  } finally {
    await workspace.close();
  }
}

/** Companies of the stand-in that hold a day. */
async function holding(standIn: ApartStandIn, day: string): Promise<number> {
  return standIn.tell<number>({ do: 'holding', label: 'scored_on', value: day });
}

interface AfterKill {
  readonly wrong: readonly string[];
  readonly note: string;
}

interface Tally {
  said: Saved[];
  saved: number;
  swept: number;
  openMs: number;
  wrong: string[];
  notes: Map<string, number>;
}

function newTally(): Tally {
  return { said: [], saved: 0, swept: 0, openMs: 0, wrong: [], notes: new Map() };
}

interface Kill {
  readonly kind: KindOfSync;
  readonly path: string;
  readonly kill: number;
  readonly tally: Tally;
}

/** Within so long of its beginning a process is killed: about two syncs, or a scoring and its write-back. */
const withinMs = 5000;

async function killAndLook(
  { vendor, random }: KillField,
  { kind, path, kill, tally }: Kill,
  next: () => Promise<AfterKill>,
): Promise<void> {
  const worker = startWorker(kind, path);
  await worker.ready;
  await sleep(random() * withinMs);
  worker.process.kill('SIGKILL');
  await worker.ended;
  tally.said.push(...worker.said);
  tally.saved += worker.said.length;
  const after = await checkAfter(path, tally.said);
  const { wrong, note } = await next();
  const words = worker.lastWords() === '' ? [] : [`said: ${worker.lastWords()}`];
  const found = [...after.wrong, ...wrong, ...words].map((each) => `kill ${kill + 1}, ${note}: ${each}`);
  for (const each of found) console.log(each);
  tally.wrong.push(...found);
  tally.swept += after.swept;
  tally.openMs = Math.max(tally.openMs, after.openMs);
  tally.notes.set(note, (tally.notes.get(note) ?? 0) + 1);
  if (kill % 5 === 4) console.log(`${vendor}, ${kind}: ${kill + 1} kills, ${tally.wrong.length} wrong`);
}

function rowOf(
  { vendor }: KillField,
  kind: KindOfSync,
  { times, tally }: { readonly times: number; readonly tally: Tally },
): FaultRow {
  const notes = [...tally.notes].map(([note, n]) => `${n} ${note}`).join('; ');
  const note = `${tally.saved} things said to be saved, all there; ${tally.swept} half-written files swept; opened in at most ${Math.round(tally.openMs)} ms; ${notes}`;
  return { fault: `kill -9 during ${kind}, ${vendor}`, times, wrong: tally.wrong, note };
}

/** Two processes sync one connection at once: one does, the other is refused. */
async function twoSyncs(field: KillField): Promise<FaultRow> {
  const { folder, vendor } = field;
  const path = join(folder, 'two');
  cpSync(join(folder, 'unsynced'), path, { recursive: true });
  const both = await Promise.all([openAtCrm(path), openAtCrm(path)]);
  const ends = await Promise.allSettled(both.map(({ workspace }) => workspace.sync()));
  await Promise.all(both.map(({ workspace }) => workspace.close()));
  const codes = ends.map((end) =>
    end.status === 'fulfilled' ? end.value.state : (end.reason as { code?: string }).code,
  );
  const isRight = codes.toSorted().join(' ') === 'done sync.running';
  const { wrong } = await afterSync(field, path);
  return {
    fault: `two syncs at once, ${vendor}`,
    times: 1,
    wrong: [...(isRight ? [] : [codes.join(' ')]), ...wrong],
    note: 'one did its work, the other was refused with `sync.running`',
  };
}

const kibFree = [0, 16, 64, 128, 256, 512, 1024] as const;
const kib = 1024;

/** A disk that fills up under a first sync; each is gone on with when there is room again. */
function fullDisk(field: KillField): Promise<FaultRow> {
  const { folder, vendor } = field;
  const fault = `full disk during sync, ${vendor}`;
  const template = join(folder, 'unsynced');
  return onSmallDisk({ template, scratch: folder }, fault, async (path, disk) => {
    const ballast = join(disk, 'ballast');
    const told: string[] = [];
    const wrong: string[] = [];
    for (const room of kibFree) {
      rmSync(path, { recursive: true, force: true });
      cpSync(template, path, { recursive: true });
      const { bavail, bsize } = statfsSync(path);
      writeFileSync(ballast, Buffer.alloc(Math.max(bavail * bsize - room * kib, 0)));
      told.push(await attemptSync(field, path));
      rmSync(ballast);
      const [after, next] = [await checkAfter(path, []), await afterSync(field, path)];
      wrong.push(...[...after.wrong, ...next.wrong].map((words) => `${room} KiB free: ${words}`));
    }
    wrong.push(...told.filter((code) => !['saved', 'store.disk-full'].includes(code)));
    return { fault, times: told.length, wrong, note: countsOf(told) };
  });
}

/** One sync; `saved`, or the code of its refusal. */
async function attemptSync({ vendor, folder }: KillField, path: string): Promise<string> {
  try {
    const workspace = await openConnected({ vendor, path, clock: clockIn(folder) });
    try {
      await workspace.sync();
      return 'saved';
    } finally {
      await workspace.close();
    }
  } catch (error) {
    return error instanceof BestfitError ? error.code : String(error);
  }
}
