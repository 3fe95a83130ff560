import { join } from 'node:path';
import type { Fault } from '../../samples/crm/shared/index.ts';
import { changeConnection } from '../../src/app/sync/index.ts';
import { compareRecords } from './compare-records.ts';
import { type ConnectedWorkspace, clockIn, openConnected } from './connected-workspace.ts';
import { draftAndChoose } from './draft-and-choose.ts';
import { openFileClock } from './file-clock.ts';
import type { Counted } from './measure-vendor.ts';
import type { ApartStandIn } from './start-stand-in.ts';
import { type Vendor, vendorSettings } from './vendors.ts';

/** What became of work while something went wrong. */
export interface InjectedRow {
  readonly vendor: Vendor;
  readonly fault: string;
  /** How often it was shown. */
  readonly shown: number;
  readonly requests: number;
  /** Requests of the same work without the fault. */
  readonly without: number;
  /** What is not as it must be; empty: the same records as the stand-in's. */
  readonly wrong: readonly string[];
  readonly note: string;
}

/** A vendor's stand-in and the folder of its workspaces. */
export interface InjectField {
  readonly vendor: Vendor;
  readonly folder: string;
  readonly standIn: ApartStandIn;
}

const hourMs = 3_600_000;
const share = 0.05;
const mostDays = 60;
/** Of so many requests one goes wrong. */
const usualNth = 10;

/** Salesforce is asked so little that it is every third request; its refusal for too many ends a day's work. */
function nthOf(vendor: Vendor, fault: Fault | null): number {
  return vendor === 'salesforce' && fault?.kind !== 'rate-limit' ? 3 : usualNth;
}

const faults: Readonly<Record<string, Fault>> = {
  'too many requests': { kind: 'rate-limit' },
  'token ended (401), renewed': { kind: 'unauthorized' },
  'error 500': { kind: 'server-error', status: 500 },
  'gateway page 502': { kind: 'server-error', status: 502 },
  'not available 503': { kind: 'server-error', status: 503 },
  'slow answer (0.1 s)': { kind: 'slow', delayMs: 100 },
  'cut before the head': { kind: 'cut', afterBytes: 0 },
  'cut after 300 bytes': { kind: 'cut', afterBytes: 300 },
};
const hubspotFaults: Readonly<Record<string, Fault>> = {
  'locked (423)': { kind: 'server-error', status: 423 },
  'moving house (477)': { kind: 'server-error', status: 477 },
};

/** Each fault over a first sync and, after 5% changed, an incremental one; then what goes wrong without requests failing. */
export async function injectFaults(field: InjectField): Promise<readonly InjectedRow[]> {
  const none = await underFault(field, 'nothing', null);
  const known = field.vendor === 'hubspot' ? { ...faults, ...hubspotFaults } : faults;
  const rows: InjectedRow[] = [{ ...none, without: none.requests }];
  for (const [name, fault] of Object.entries(known)) {
    const row = await underFault(field, name, fault);
    rows.push({ ...row, without: none.requests });
    console.log(`${field.vendor}, ${name}: ${row.shown} shown, ${row.wrong.length} wrong`);
  }
  if (field.vendor === 'hubspot') rows.push({ ...(await lateIndex(field)), without: none.requests });
  rows.push({ ...(await smallBudget(field)), without: none.requests });
  return [...rows, await refusedRecords(field)];
}

let opened = 0;

function openNew({ vendor, folder }: InjectField, asApp: boolean): Promise<ConnectedWorkspace> {
  opened += 1;
  const path = join(folder, `workspace-${opened}`);
  return openConnected({ vendor, path, clock: clockIn(folder), asApp });
}

type Row = Omit<InjectedRow, 'without'>;

async function underFault(field: InjectField, name: string, fault: Fault | null): Promise<Row> {
  const { vendor, standIn } = field;
  const isToken = fault?.kind === 'unauthorized';
  return withWorkspace(field, isToken, async (workspace) => {
    const endpoint = isToken ? vendorSettings[vendor].endpoints : null;
    const every = nthOf(vendor, fault);
    await standIn.tell({ do: 'fault', fault, every, endpoint });
    let days = await syncToTheEnd(field, workspace, false);
    await peopleWork(field);
    days += await syncToTheEnd(field, workspace, needsFull(vendor));
    const { total, shown } = await standIn.tell<Counted>({ do: 'log' });
    await standIn.tell({ do: 'fault', fault: null, every: 1, endpoint: null });
    const wrong = await compareRecords(workspace, { vendor, orders: standIn.orders });
    const pauses =
      days > 2 ? `; taken for the end of the day's budget: gone on with on ${days - 2} next days` : '';
    const note = fault === null ? '' : `1 of ${every} requests${pauses}`;
    return { vendor, fault: name, shown, requests: total, wrong, note };
  });
}

/** Syncs, and goes on the next day where the day's budget is used up; gives the number of days. */
async function syncToTheEnd(
  { folder }: InjectField,
  workspace: ConnectedWorkspace,
  full: boolean,
): Promise<number> {
  for (let days = 1; ; days++) {
    if ((await workspace.sync(full)).state === 'done' || days === mostDays) return days;
    openFileClock(clockIn(folder)).advance(24 * hourMs);
  }
}

/** Pipedrive tells deletions and merges only in full. */
function needsFull(vendor: Vendor): boolean {
  return vendor === 'pipedrive';
}

async function withWorkspace(
  field: InjectField,
  asApp: boolean,
  work: (workspace: ConnectedWorkspace) => Promise<Row>,
): Promise<Row> {
  const workspace = await openNew(field, asApp);
  try {
    await workspace.connect(field.standIn.origin);
    await field.standIn.tell({ do: 'log' });
    return await work(workspace);
  } catch (error) {
    await field.standIn.tell({ do: 'fault', fault: null, every: 1, endpoint: null });
    return { vendor: field.vendor, fault: 'broke', shown: 0, requests: 0, wrong: [String(error)], note: '' };
  } finally {
    await workspace.close();
  }
}

async function peopleWork({ folder, standIn }: InjectField): Promise<void> {
  const clock = openFileClock(clockIn(folder));
  clock.advance(hourMs / 5);
  await standIn.tell({ do: 'change', share, seed: Math.floor(clock.now() / 1000) % 1_000_003 });
  clock.advance(hourMs / 5);
}

/** A sync while searches do not know yet of what just changed; the next one makes up for it. */
function lateIndex(field: InjectField): Promise<Row> {
  const { vendor, folder, standIn } = field;
  return withWorkspace(field, false, async (workspace) => {
    const clock = openFileClock(clockIn(folder));
    await workspace.sync();
    clock.advance(hourMs);
    await standIn.tell({ do: 'change', share, seed: Math.floor(clock.now() / 1000) % 1_000_003 });
    clock.advance(1000);
    await workspace.sync();
    const late = await compareRecords(workspace, { vendor, orders: standIn.orders });
    clock.advance(hourMs / 10);
    await workspace.sync();
    const { total } = await standIn.tell<Counted>({ do: 'log' });
    const wrong = await compareRecords(workspace, { vendor, orders: standIn.orders });
    const note = `a sync 1 s after 5% changed, searches 5 s late: ${late.length === 0 ? 'nothing missed' : 'it missed them'}, the next one, 6 min later, did not`;
    return { vendor, fault: 'late index', shown: 1, requests: total, wrong, note };
  });
}

/** Of a day's budget so small a share that a first sync takes several days. */
const smallShares: Readonly<Record<Vendor, number>> = {
  hubspot: 0.0002,
  salesforce: 0.00015,
  pipedrive: 0.01,
};

function smallBudget(field: InjectField): Promise<Row> {
  const { vendor, standIn } = field;
  return withWorkspace(field, false, async (workspace) => {
    await changeConnection(workspace, { connection: 'crm', budgetShare: smallShares[vendor] });
    const days = await syncToTheEnd(field, workspace, false);
    const { total } = await standIn.tell<Counted>({ do: 'log' });
    await changeConnection(workspace, { connection: 'crm', budgetShare: 0.8 });
    const wrong = await compareRecords(workspace, { vendor, orders: standIn.orders });
    const note = `${smallShares[vendor] * 100}% of the day's budget: paused ${days - 1} times, done on day ${days}`;
    return { vendor, fault: 'budget used up', shown: days - 1, requests: total, wrong, note };
  });
}

/** A write-back in which a rule of the company refuses every tenth company. */
async function refusedRecords(field: InjectField): Promise<InjectedRow> {
  const { vendor, folder, standIn } = field;
  const row = await withWorkspace(field, false, async (workspace) => {
    const day = (): string => new Date(openFileClock(clockIn(folder)).now()).toISOString().slice(0, 10);
    await workspace.sync();
    await draftAndChoose(workspace, { asOf: day(), write: ['scored_on'] });
    const refused = await standIn.tell<number>({ do: 'refuse', every: 10 });
    await standIn.tell({ do: 'log' });
    const { written, failed, accounts } = await workspace.writeBack(day());
    const { total } = await standIn.tell<Counted>({ do: 'log' });
    const holding = await standIn.tell<number>({ do: 'holding', label: 'scored_on', value: day() });
    const next = await workspace.writeBack(day(), true);
    const wrong: string[] = [];
    if (written + failed.total !== accounts.changed)
      wrong.push(`${written} + ${failed.total} of ${accounts.changed}`);
    if (failed.total > refused) wrong.push(`${failed.total} failed, ${refused} were refused`);
    if (holding !== written) wrong.push(`${holding} hold the value, ${written} were told as written`);
    if (next.accounts.changed !== failed.total) wrong.push(`${next.accounts.changed} would be written next`);
    const note = `${written} written, ${failed.total} told as failed and tried again the next time`;
    return { vendor, fault: 'records refused', shown: refused, requests: total, wrong, note };
  });
  return { ...row, without: row.requests };
}
