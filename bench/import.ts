import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureCopy } from './measure-copy.ts';
import { measureImport } from './measure-import.ts';
import { writeBench } from './write-bench.ts';
import { type Upkeep, writeCompanies } from './write-companies.ts';

const bar = 2;
const measures = { copy: measureCopy, import: measureImport };

const [first, second] = process.argv.slice(2);
if (first === 'copy' || first === 'import') {
  console.log(JSON.stringify(await measures[first](second ?? '')));
} else {
  await compare(Number(first ?? 1_000_000), second === 'dirty' ? 'dirty' : 'clean');
}

/** An import beside DuckDB's own copy of the same file to Parquet, each in a process of its own. */
async function compare(rows: number, upkeep: Upkeep): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bestfit-import-'));
  try {
    const csv = join(folder, 'companies.csv');
    const bytes = await writeCompanies(csv, rows, upkeep);
    const copied = inProcess<Awaited<ReturnType<typeof measureCopy>>>('copy', csv);
    const imported = inProcess<Awaited<ReturnType<typeof measureImport>>>('import', csv);
    const ratio = round(imported.ms / copied.ms);
    const cpuRatio = round(imported.cpuMs / copied.cpuMs);
    console.table(imported.stages);
    console.log(
      `DuckDB's copy: ${copied.ms} ms (${copied.cpuMs} ms of processor), peak ${copied.peakMiB} MiB.`,
    );
    console.log(
      `Import: ${imported.ms} ms (${imported.cpuMs} ms of processor), peak ${imported.peakMiB} MiB, ${percent(imported.engineShare)} waiting for the engine.`,
    );
    console.log(`${ratio} times the copy (${cpuRatio} of processor time); the bar is ${bar}.`);
    const figures = { rows, upkeep, bytes, bar, ratio, cpuRatio, load: loadavg()[0], copied, imported };
    writeBench('import', figures, `import-${rows / 1_000_000}m${upkeep === 'dirty' ? '-dirty' : ''}`);
    process.exitCode = ratio <= bar ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function inProcess<T>(measure: keyof typeof measures, path: string): T {
  const { status, stdout, stderr } = spawnSync(process.execPath, [process.argv[1] ?? '', measure, path], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`measuring ${measure} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as T;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
