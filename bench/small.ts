import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { clinicSample, sampleDay } from '../samples/index.ts';
import { summarizeTimes, timeCommand } from './time-command.ts';
import { writeBench } from './write-bench.ts';

const bar = 5000;
const runs = Number(process.argv[2] ?? 7);

/** From a file of 25 customers and one of 1,000 prospects to the page and the list, as processes of their own. */
function run(folder: string): Readonly<Record<string, number>> {
  const workspace = join(folder, 'workspace');
  const bestfit = (...args: readonly string[]) =>
    timeCommand(['bin/bestfit.mjs', '-w', workspace, '--as-of', sampleDay, ...args]);
  const [customers, prospects] = ['customers.csv', 'prospects.csv'].map((name) => join(folder, name));
  const steps = {
    'import 25 customers': bestfit('import', customers!),
    'write the page': bestfit('profile', 'draft'),
    'list (back-check)': bestfit('list'),
    'import 1,000 prospects': bestfit('import', prospects!),
    'list prospects': bestfit('list'),
  };
  const { 'import 1,000 prospects': _, 'list prospects': __, ...first } = steps;
  const all = Object.values(first).reduce((sum, ms) => sum + ms, 0);
  return { ...steps, 'customers to page and list': all };
}

const files = clinicSample(7, { customers: 25, prospects: 1000 });
const times = Array.from({ length: runs + 1 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'bestfit-small-'));
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
  const taken = run(folder);
  rmSync(folder, { recursive: true });
  return taken;
}).slice(1);

const figures = Object.keys(times[0]!).map((step) => ({
  step,
  runs,
  ...summarizeTimes(times.map((taken) => taken[step]!)),
}));
console.table(figures);
writeBench('small', { barMs: bar, load: loadavg()[0], steps: figures });
const total = figures.find(({ step }) => step === 'customers to page and list')!;
console.log(`From 25 customers to the page and the list: ${total.medianMs} ms; the bar is ${bar} ms.`);
process.exitCode = total.medianMs < bar ? 0 : 1;
