import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { peakMiB } from './peak-mib.ts';

const RUNS = 3;

/** DuckDB's own copy of a CSV to Parquet, types found by itself: the middle of three runs. */
export async function measureCopy(
  path: string,
): Promise<{ readonly ms: number; readonly cpuMs: number; readonly peakMiB: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'bestfit-copy-'));
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '2048MiB',
    temp_directory: folder,
  });
  const connection = await instance.connect();
  const times: { readonly ms: number; readonly cpuMs: number }[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const [from, cpu] = [performance.now(), process.cpuUsage()];
    const to = join(folder, `copy-${run}.parquet`);
    await connection.run(`COPY (FROM read_csv('${path}')) TO '${to}' (FORMAT parquet, COMPRESSION zstd)`);
    const { user, system } = process.cpuUsage(cpu);
    times.push({ ms: Math.round(performance.now() - from), cpuMs: Math.round((user + system) / 1000) });
    rmSync(to);
  }
  connection.closeSync();
  instance.closeSync();
  rmSync(folder, { recursive: true });
  const [middle] = times.toSorted((one, two) => one.ms - two.ms).slice(1);
  return { ...middle!, peakMiB: peakMiB() };
}
