import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { discoverPatterns } from '../src/app/discover-patterns.ts';
import type { Workspace } from '../src/app/workspace.ts';
import { makeStep, runStep, spawnStep } from './score/run-step.ts';
import type { Steps } from './score/steps.ts';
import { universeDay } from './score/universe.ts';
import { summarizeTimes } from './time-command.ts';
import { writeBench } from './write-bench.ts';

const mostSeconds = 1200;
/** Customers that are compared: their number is not what is measured. */
const compared = 3000;

const discovery = (breadth: boolean) => async (workspace: Workspace) => {
  const found = await discoverPatterns(workspace, {
    contrast: 'best-rest',
    asOf: universeDay,
    last: compared,
    seed: 1,
    permutations: 99,
    breadth,
    at: `${universeDay}T09:00:00.000Z`,
    onProgress: () => {},
  });
  if (found.kind !== 'discovery') throw new Error(found.kind);
  const counted = found.patterns.filter(({ verdict }) => verdict !== 'none').length + found.questions.length;
  const { profile } = found.breadth ?? { profile: null };
  return { counted, steps: profile?.steps.length ?? 0, market: profile?.now.reach ?? null };
};

const steps: Steps = {
  'discover without breadth': discovery(false),
  'discover with breadth': discovery(true),
};

/** What a large market costs a discovery: whom patterns reach, and whom the page and its steps reach beside them. */
function main(accounts: number, runs: number, kept: string | null): void {
  const base = kept ?? mkdtempSync(join(tmpdir(), 'bestfit-breadth-'));
  const folder = join(base, 'workspace');
  const spawn = (step: string) => {
    const given = spawnStep(step, { folder, accounts, mostSeconds });
    console.log(step.padEnd(26), JSON.stringify(given));
    if ('failed' in given) throw new Error(`${step}: ${given.failed}`);
    return given;
  };
  if (mkdirSync(folder, { recursive: true }) !== undefined) spawn(makeStep);
  const turns = Array.from({ length: runs }, () =>
    Object.keys(steps).map((step) => ({ step, ...spawn(step) })),
  );
  const figures = Object.keys(steps).map((step) => {
    const own = turns.flat().filter((run) => run.step === step);
    return {
      step,
      wall: summarizeTimes(own.map(({ wallMs }) => wallMs)),
      cpu: summarizeTimes(own.map(({ cpuMs }) => cpuMs)),
      engine: summarizeTimes(own.map(({ engineMs }) => engineMs)),
      peakRssMiB: Math.max(...own.map(({ peakRssMiB }) => peakRssMiB)),
      result: own[0]?.result,
    };
  });
  console.table(figures.map(({ step, wall, cpu }) => ({ step, wallMs: wall.medianMs, cpuMs: cpu.medianMs })));
  writeBench(
    'breadth',
    { accounts, runs, compared, load: loadavg()[0], steps: figures },
    `breadth-${accounts / 1_000_000}m`,
  );
  if (kept === null) rmSync(base, { recursive: true, force: true });
}

const [first, second, third = null, size] = process.argv.slice(2);
if (first === '--step') await runStep(second!, { folder: third!, accounts: Number(size) }, steps);
else main(Number(first ?? 1_000_000), Number(second ?? 3), third);
