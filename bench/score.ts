import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { medianTimes } from './score/median-times.ts';
import { type PlannedStep, planSteps } from './score/plan-steps.ts';
import { type FailedStep, makeStep, runStep, type StepFigures, spawnStep } from './score/run-step.ts';
import { commandSteps, scoreStep } from './score/steps.ts';
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

const mostMakeSeconds = 7200;

const how = {
  'scan, columns counted':
    'count(c) of every column that the page reads: each is decoded, no value is looked at',
  'scan, values touched':
    'max(c) of every column that the page reads: each is decoded and each value looked at once',
  'by hand':
    'one DuckDB statement over the same Parquet files with the same settings: bench/score/hand-written.ts',
  ratios:
    'processor (cpu) and wall time of the statement alone, the medians of the runs of each, taken in turn within one run',
};

/** All runs of each step, or why it gave none. */
type Found = ReadonlyMap<string, { readonly runs: readonly StepFigures[]; readonly failed: string | null }>;

/** A folder that is named is kept, and its universe used again. */
async function main(accounts: number, runs: number, kept: string | null): Promise<void> {
  const base = kept ?? mkdtempSync(join(tmpdir(), 'bestfit-score-'));
  const folder = join(base, 'workspace');
  try {
    const isNew = mkdirSync(folder, { recursive: true }) !== undefined;
    const made = isNew ? spawnStep(makeStep, { folder, accounts, mostSeconds: mostMakeSeconds }) : null;
    if (made !== null && 'failed' in made) throw new Error(`the universe was not made: ${made.failed}`);
    report({ accounts, runs, made, found: runAll(planSteps(accounts, runs), { folder, accounts }) });
  } finally {
    if (kept === null) rmSync(base, { recursive: true, force: true });
  }
}

/** Takes the steps in turn, so that runs of different steps stand side by side in time. */
function runAll(plan: readonly PlannedStep[], of: { folder: string; accounts: number }): Found {
  const found = new Map<string, { runs: StepFigures[]; failed: string | null }>();
  const turns = Math.max(...plan.map(({ runs }) => runs));
  for (let turn = 0; turn < turns; turn++) {
    for (const { step, runs, mostSeconds } of plan) {
      const sofar = found.get(step) ?? { runs: [], failed: null };
      if (turn >= runs || sofar.failed !== null) continue;
      const figures = lacksTable(step, found) ?? spawnStep(step, { ...of, mostSeconds });
      console.log(step.padEnd(45), JSON.stringify(figures));
      if ('failed' in figures) sofar.failed = figures.failed;
      else sofar.runs.push(figures);
      found.set(step, sofar);
    }
  }
  return found;
}

/** Without the scored table, what reads from it would score anew. */
function lacksTable(step: string, found: Found): FailedStep | null {
  const commands = Object.keys(commandSteps);
  const reads = commands.indexOf(step) > commands.indexOf(scoreStep);
  return reads && found.get(scoreStep)?.failed !== null ? { failed: `no table: ${scoreStep} failed` } : null;
}

function report(of: {
  readonly accounts: number;
  readonly runs: number;
  readonly made: StepFigures | null;
  readonly found: Found;
}): void {
  const { accounts, runs, made, found } = of;
  const ratios = ratiosOf(found);
  const steps = [...found].map(([step, all]) => ({ step, ...middleOf(all.runs), failed: all.failed }));
  console.table(steps);
  console.table(ratios);
  const heavy = steps.filter(({ peakRssMiB }) => (peakRssMiB ?? 0) > mostRssMiB).map(({ step }) => step);
  const name = accounts === 1_000_000 ? 'score' : `score-${accounts / 1_000_000}m`;
  const settings = { accounts, runs, load: loadavg()[0], how };
  writeBench('score', { ...settings, ratios, mostRssMiB, heavy, made, steps, all: [...found] }, name);
  const fails = steps.some(({ failed }) => failed !== null) || heavy.length > 0;
  process.exitCode = ratios.every(({ holds }) => holds !== false) && !fails ? 0 : 1;
}

/** The run in the middle by processor time. */
function middleOf(runs: readonly StepFigures[]): Omit<Partial<StepFigures>, 'result'> {
  const sorted = runs.toSorted((a, b) => a.cpuMs - b.cpuMs);
  const { result: _, ...figures } = sorted[Math.floor(sorted.length / 2)] ?? { result: null };
  return figures;
}

/** A bar holds for processor time: the machine may be shared, and then wall time says how busy others were. */
function ratiosOf(found: Found) {
  return bars.flatMap(({ of: step, over, atMost }) => {
    const [one, other] = [step, over].map((name) => medianTimes(found.get(name)?.runs ?? []));
    if (!one || !other) return [];
    const [cpu, wall] = [one.cpuMs / other.cpuMs, one.wallMs / other.wallMs].map((ratio) => ratio.toFixed(2));
    return [{ step, over, cpu, wall, atMost, holds: atMost === null ? null : Number(cpu) <= atMost }];
  });
}

const [first, second, third = null, size] = process.argv.slice(2);
if (first === '--step') await runStep(second!, { folder: third!, accounts: Number(size) });
else await main(Number(first ?? 1_000_000), Number(second ?? 5), third);
