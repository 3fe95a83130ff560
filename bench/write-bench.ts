import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

/**
 * Writes the figures of one bench to bench/results/NAME.json, or to another file there, with where and how they were
 * measured.
 */
export function writeBench(name: string, figures: unknown, file = name): void {
  const folder = 'bench/results';
  mkdirSync(folder, { recursive: true });
  const record = {
    bench: name,
    date: new Date().toISOString(),
    machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}`,
    command: [name, ...process.argv.slice(2)].join(' '),
    figures,
  };
  writeFileSync(`${folder}/${file}.json`, `${JSON.stringify(record, null, 2)}\n`);
}
