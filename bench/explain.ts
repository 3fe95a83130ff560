import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { clinicSample, sampleDay } from '../samples/index.ts';
import { summarizeTimes, timeCommand } from './time-command.ts';
import { writeBench } from './write-bench.ts';

const [runs = 7, customers = 30_000] = process.argv.slice(2).map(Number);
const prospects = 1_000;

/** How long `explain` takes, as a process of its own, when a third of many customers are best: all of those are compared. */
const folder = mkdtempSync(join(tmpdir(), 'bestfit-explain-'));
const bestfit = (...args: readonly string[]) =>
  timeCommand(['bin/bestfit.mjs', '-w', join(folder, 'workspace'), '--as-of', sampleDay, ...args]);
const files = clinicSample(7, { customers, prospects });
for (const { name, text } of files) writeFileSync(join(folder, name), text);
bestfit('import', ...files.map(({ name }) => join(folder, name)));
bestfit('profile', 'draft');
const summary = (times: readonly number[]) => ({ runs, ...summarizeTimes(times) });
const figures = [
  { command: 'start alone', ...summary(Array.from({ length: runs }, () => bestfit('--version'))) },
  {
    command: `explain, ${customers} customers`,
    ...summary(Array.from({ length: runs }, () => bestfit('explain', 'P-0001'))),
  },
];
rmSync(folder, { recursive: true });
console.table(figures);
writeBench('explain', { load: loadavg()[0], commands: figures });
