import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { printEvidence } from './print-evidence.ts';
import { measureFull, measureSyncs, measureWrite } from './sync/measure-vendor.ts';
import { runStandIn, type StandInSetup } from './sync/stand-in-process.ts';
import { doStep, type SyncStep } from './sync/sync-step.ts';
import { syncTables } from './sync/sync-tables.ts';
import { type Vendor, vendors } from './sync/vendors.ts';
import { writeBench } from './write-bench.ts';

/** Of so many companies about 5,000 are on the list: it leaves customers out. */
const companiesOfWrite = 8400;

const [first, second, third] = process.argv.slice(2);
if (first === 'stand-in') await runStandIn(JSON.parse(second!) as StandInSetup);
else if (first === 'step') console.log(JSON.stringify(await doStep(JSON.parse(second!) as SyncStep)));
else {
  const companies = Number(first ?? 100_000);
  await main(companies, second === undefined || second === 'all' ? vendors : [second as Vendor], third);
}

/**
 * Syncs with each vendor's stand-in at its published limits, on a clock that moves when somebody waits.
 *
 * @param file another name for the results than `sync`
 */
async function main(companies: number, asked: readonly Vendor[], file = 'sync'): Promise<void> {
  const syncs: Awaited<ReturnType<typeof measureSyncs>>[] = [];
  const writes: WrittenVendor[] = [];
  const memory: MemoryFigure[] = [];
  // After each part: a run of an hour that is broken off has not measured for nothing.
  const keep = () => {
    const figures = { load: loadavg()[0], syncs, memory, writes };
    return { figures, record: writeBench('sync', figures, file) };
  };
  for (const vendor of asked) {
    const measured = await inScratch((scratch) => measureSyncs({ vendor, companies, scratch }));
    syncs.push(measured);
    memory.push(memoryOf(vendor, companies, measured.full));
    keep();
    const plan = { vendor, companies: Math.min(companies, companiesOfWrite) };
    writes.push({ vendor, days: await inScratch((scratch) => measureWrite({ ...plan, scratch })) });
    keep();
    for (const share of [0.3, 0.2, 0.1]) {
      const rows = Math.round(companies * share);
      const full = await inScratch((scratch) => measureFull({ vendor, companies: rows, scratch }));
      memory.push(memoryOf(vendor, rows, full));
      keep();
    }
    console.log(`${vendor}: measured, load ${loadavg()[0]}`);
  }
  const { figures, record } = keep();
  printEvidence(record, null, syncTables(figures));
}

type WrittenVendor = Parameters<typeof syncTables>[0]['writes'][number];
type MemoryFigure = Parameters<typeof syncTables>[0]['memory'][number];

function memoryOf(vendor: Vendor, companies: number, { times }: Awaited<ReturnType<typeof measureFull>>) {
  const { peakBeforeImportMiB, peakMiB, import: imported } = times;
  return {
    vendor,
    records: 6 * companies,
    readMiB: peakBeforeImportMiB,
    importMiB: imported?.peakMiB ?? null,
    peakMiB,
  };
}

async function inScratch<T>(work: (scratch: string) => Promise<T>): Promise<T> {
  const scratch = mkdtempSync(join(tmpdir(), 'bestfit-sync-'));
  try {
    return await work(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
