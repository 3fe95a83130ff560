import { join } from 'node:path';
import type { ChangedRows, CrmKind, WorldSize } from '../../samples/crm/shared/index.ts';
import { clockIn } from './connected-workspace.ts';
import { makeFileClock } from './file-clock.ts';
import {
  type ChangedCounts,
  type LeastRequests,
  leastOfChanged,
  leastOfFull,
  leastOfWrite,
} from './least-requests.ts';
import { type ApartStandIn, startStandInApart } from './start-stand-in.ts';
import { type StepFigures, type SyncStep, stepApart } from './sync-step.ts';
import { type Vendor, vendorSettings } from './vendors.ts';

/** The day on which the worlds stand. */
const worldDay = Date.UTC(2026, 8, 1, 1);
const dayMs = 24 * 60 * 60_000;
const hourMs = 60 * 60_000;
const share = 0.01;
const partsOfDay = 10;
const indexLagMs = 5000;
/** More days than any write-back here may take. */
const mostDays = 30;

/** What to measure. */
export interface VendorPlan {
  readonly vendor: Vendor;
  readonly companies: number;
  readonly scratch: string;
}

/** What the stand-in counted. */
export interface Counted {
  readonly total: number;
  readonly byEndpoint: Readonly<Record<string, number>>;
  readonly byStatus: Readonly<Record<string, number>>;
  /** Faults that were shown. */
  readonly shown: number;
}

/** One step with what the stand-in counted meanwhile, and the least that it could have been. */
export interface CountedStep extends StepFigures {
  readonly counted: Counted;
  readonly least: LeastRequests | null;
}

interface Bench {
  readonly standIn: ApartStandIn;
  readonly advance: (ms: number) => void;
  readonly step: (name: SyncStep['step'], least?: LeastRequests) => Promise<CountedStep>;
}

/** Work with a stand-in of so many companies, twice as many deals and three times as many contacts. */
async function withStandIn<T>(
  plan: VendorPlan,
  work: (bench: Bench, size: WorldSize) => Promise<T>,
): Promise<T> {
  const { vendor, companies, scratch } = plan;
  const size = { companies, deals: 2 * companies, contacts: 3 * companies };
  const clock = makeFileClock(clockIn(scratch), worldDay);
  const standIn = await startStandInApart({ vendor, size, clock: clockIn(scratch), indexLagMs });
  const path = join(scratch, `workspace-${companies}`);
  const place = { vendor, path, clock: clockIn(scratch), origin: standIn.origin };
  const step: Bench['step'] = async (name, least) => {
    const figures = await stepApart({ ...place, step: name });
    return { ...figures, counted: await standIn.tell<Counted>({ do: 'log' }), least: least ?? null };
  };
  try {
    await step('connect');
    return await work({ standIn, advance: clock.advance, step }, size);
  } finally {
    await standIn.stop();
  }
}

/** A first sync, one after 1% changed and one after nothing did, a day apart. */
export function measureSyncs(plan: VendorPlan) {
  const { vendor } = plan;
  return withStandIn(plan, async ({ standIn, advance, step }, size) => {
    const full = await step('sync', leastOfFull(vendor, size));
    await aDay({ standIn, advance }, 1);
    const settled = await step('sync');
    const changed = await aDay({ standIn, advance }, 2);
    const incremental = await step('sync', leastOfChanged(vendor, livingOf(changed), size));
    advance(dayMs);
    const nothing = await step('sync', leastOfChanged(vendor, { companies: 0, deals: 0, contacts: 0 }, size));
    const plan = vendorSettings[vendor].plan;
    return { vendor, plan, size, full, settled, changed, incremental, nothing };
  });
}

/** The first sync alone, for the memory that so many rows take. */
export function measureFull(plan: VendorPlan) {
  return withStandIn(plan, ({ step }) => step('sync'));
}

/** Writes fit, tier and play of every company; what a day's budget does not allow is gone on with the next day. */
export function measureWrite(plan: VendorPlan) {
  const { vendor } = plan;
  return withStandIn(plan, async ({ advance, step }) => {
    await step('sync');
    await step('draft');
    const days: CountedStep[] = [];
    for (let day = 1; day <= mostDays; day++) {
      const { write, ...rest } = await step('write');
      days.push({
        ...rest,
        write,
        least: leastOfWrite(vendor, days[0]?.write?.accounts.changed ?? write?.accounts.changed ?? 0),
      });
      if (write?.state !== 'paused') break;
      advance(dayMs);
    }
    return days;
  });
}

/** A day in which 1% of all records changes, in ten parts. Worlds begin with many deals of one moment: not the first day. */
async function aDay({ standIn, advance }: Omit<Bench, 'step'>, day: number): Promise<CountsByKind> {
  const parts: CountsByKind[] = [];
  for (let part = 0; part < partsOfDay; part++) {
    advance(dayMs / partsOfDay);
    const order = { do: 'change', share: share / partsOfDay, seed: 100 * day + part } as const;
    parts.push(countsOf(await standIn.tell<ChangedByKind>(order)));
  }
  advance(hourMs);
  return parts.reduce(addCounts);
}

function addCounts(one: CountsByKind, other: CountsByKind): CountsByKind {
  const kinds = Object.keys(one) as readonly CrmKind[];
  const sum = (kind: CrmKind) =>
    Object.fromEntries(
      Object.entries(one[kind]).map(([what, n]) => [what, n + other[kind][what as keyof ChangedRows]]),
    );
  return Object.fromEntries(kinds.map((kind) => [kind, sum(kind)])) as CountsByKind;
}

type ChangedByKind = Readonly<Record<CrmKind, ChangedRows>>;
type CountsByKind = Readonly<Record<CrmKind, Readonly<Record<keyof ChangedRows, number>>>>;

function countsOf(changed: ChangedByKind): CountsByKind {
  const counts = Object.entries(changed).map(([kind, rows]) => [
    kind,
    Object.fromEntries(Object.entries(rows).map(([what, of]) => [what, (of as readonly number[]).length])),
  ]);
  return Object.fromEntries(counts) as CountsByKind;
}

function livingOf({ companies, deals, contacts }: CountsByKind): ChangedCounts {
  const of = ({ added, changed, into }: CountsByKind[CrmKind]): number => added + changed + into;
  return { companies: of(companies), deals: of(deals), contacts: of(contacts) };
}
