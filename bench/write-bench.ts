import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** Where, when and by which command the figures of a bench were measured. */
export interface BenchRecord {
  readonly bench: string;
  readonly date: string;
  readonly machine: string;
  readonly command: string;
}

/**
 * Writes the figures of one bench to bench/results/NAME.json, or to another file there, with where and how they were
 * measured.
 */
export function writeBench(name: string, figures: unknown, file = name): BenchRecord {
  const folder = 'bench/results';
  mkdirSync(folder, { recursive: true });
  const record = {
    bench: name,
    date: new Date().toISOString(),
    machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}`,
    command: [name, ...process.argv.slice(2)].join(' '),
  };
  writeFileSync(`${folder}/${file}.json`, `${JSON.stringify({ ...record, figures }, null, 2)}\n`);
  return record;
}
