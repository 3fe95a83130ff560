import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { markdownTable } from './markdown-table.ts';
import { printEvidence } from './print-evidence.ts';
import { clockIn } from './sync/connected-workspace.ts';
import { makeFileClock } from './sync/file-clock.ts';
import { injectFaults } from './sync/inject-faults.ts';
import { runStandIn, type StandInSetup } from './sync/stand-in-process.ts';
import { startStandInApart } from './sync/start-stand-in.ts';
import { type Vendor, vendors } from './sync/vendors.ts';
import { writeBench } from './write-bench.ts';

const worldDay = Date.UTC(2026, 8, 1, 12);
const indexLagMs = 5000;

const [first, second] = process.argv.slice(2);
if (first === 'stand-in') await runStandIn(JSON.parse(second!) as StandInSetup);
else await main(Number(first ?? 3000), second === undefined ? vendors : [second as Vendor]);

/** Whole syncs and write-backs with each vendor's stand-in while something goes wrong all the time. */
async function main(companies: number, asked: readonly Vendor[]): Promise<void> {
  const rows: Awaited<ReturnType<typeof injectFaults>>[number][] = [];
  for (const vendor of asked) {
    const folder = mkdtempSync(join(tmpdir(), 'bestfit-sync-faults-'));
    const size = { companies, deals: 2 * companies, contacts: 3 * companies };
    makeFileClock(clockIn(folder), worldDay);
    const standIn = await startStandInApart({ vendor, size, clock: clockIn(folder), indexLagMs });
    try {
      rows.push(...(await injectFaults({ vendor, folder, standIn })));
    } finally {
      await standIn.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const record = writeBench('sync-faults', { load: loadavg()[0], rows });
  const table = rows.map(({ vendor, fault, shown, requests, without, wrong, note }) => {
    const same = wrong.length === 0 ? 'yes' : 'NO';
    return { vendor, fault, shown, requests, 'without it': without, 'same at the end': same, note };
  });
  printEvidence(record, null, [markdownTable(table)]);
  for (const { vendor, fault, wrong } of rows)
    for (const words of wrong) console.log(`${vendor}, ${fault}: ${words}`);
  process.exitCode = rows.every(({ wrong }) => wrong.length === 0) ? 0 : 1;
}
