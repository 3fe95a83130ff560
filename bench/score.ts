import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeStep, runStep, type StepFigures, spawnStep } from './score/run-step.ts';
import { steps } from './score/steps.ts';
import { writeBench } from './write-bench.ts';

/** Which step is held against which, and the most that their ratio may be (design, section 9). */
const bars = [
  { of: 'tier counts', over: 'scan, values touched', atMost: 2 },
  { of: 'tier counts', over: 'scan, columns counted', atMost: null },
  { of: 'tier counts by hand', over: 'scan, values touched', atMost: null },
  {
    of: 'tier counts with tools and signals',
    over: 'tier counts with tools and signals by hand',
    atMost: 1.5,
  },
  { of: 'ranked table written', over: 'ranked table written by hand', atMost: 1.5 },
] as const;
const mostRssMiB = 2048;

const how = {
  'scan, columns counted':
    'count(c) of every column that the page reads: each is decoded, no value is looked at',
  'scan, values touched':
    'max(c) of every column that the page reads: each is decoded and each value looked at once',
  'by hand':
    'one DuckDB statement over the same Parquet files with the same settings: bench/score/hand-written.ts',
  ratios:
    'CPU time of the statement alone in the best run of each, taken in turn within one run: the machine may be shared',
};

async function main(accounts: number, runs: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bestfit-score-'));
  const workspace = join(folder, 'workspace');
  try {
    const made = spawnStep(makeStep, workspace, accounts);
    const found = new Map<string, StepFigures>();
    for (let run = 0; run < runs; run++) {
      for (const step of Object.keys(steps)) {
        const figures = spawnStep(step, workspace, accounts);
        const best = found.get(step);
        console.log(step.padEnd(45), JSON.stringify(figures));
        if (best === undefined || figures.cpuMs < best.cpuMs) found.set(step, figures);
      }
    }
    report({ accounts, runs, made, found });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(of: {
  readonly accounts: number;
  readonly runs: number;
  readonly made: StepFigures;
  readonly found: ReadonlyMap<string, StepFigures>;
}): void {
  const { accounts, runs, made, found } = of;
  const ratios = bars.map(({ of: step, over, atMost }) => {
    const ratio = Number((statementOf(found, step) / statementOf(found, over)).toFixed(2));
    return { step, over, ratio, atMost, holds: atMost === null || ratio <= atMost };
  });
  const table = [...found].map(([step, { wallMs, cpuMs, engineMs, peakRssMiB }]) => {
    const inEngine = engineMs === 0 ? null : Number((engineMs / wallMs).toFixed(2));
    return { step, wallMs, cpuMs, inEngine, peakRssMiB };
  });
  console.table(table);
  console.table(ratios);
  const heavy = [...found].filter(([, { peakRssMiB }]) => peakRssMiB > mostRssMiB).map(([step]) => step);
  const name = accounts === 1_000_000 ? 'score' : `score-${accounts / 1_000_000}m`;
  writeBench(name, {
    accounts,
    runs,
    load: loadavg()[0],
    how,
    ratios,
    mostRssMiB,
    heavy,
    made,
    steps: [...found],
  });
  process.exitCode = ratios.every(({ holds }) => holds) && heavy.length === 0 ? 0 : 1;
}

/** CPU time of the statement alone. */
function statementOf(found: ReadonlyMap<string, StepFigures>, step: string): number {
  return (found.get(step)!.result as { readonly statementCpuMs: number }).statementCpuMs;
}

const [first, step, folder, size] = process.argv.slice(2);
if (first === '--step') await runStep(step!, folder!, Number(size));
else await main(Number(first ?? 1_000_000), Number(step ?? 3));
