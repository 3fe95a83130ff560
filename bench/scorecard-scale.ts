import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { countTiers } from '../src/app/count-tiers.ts';
import { draftFromData } from '../src/app/draft-profile.ts';
import { scoreAccounts } from '../src/app/score-accounts.ts';
import { learnScorecard, nothingAsked } from '../src/app/scorecard/index.ts';
import type { Workspace } from '../src/app/workspace.ts';
import { markdownTable } from './markdown-table.ts';
import { printEvidence } from './print-evidence.ts';
import { makeStep, runStep, spawnStep } from './score/run-step.ts';
import type { Steps } from './score/steps.ts';
import { universeDay } from './score/universe.ts';
import { summarizeTimes } from './time-command.ts';
import { writeBench } from './write-bench.ts';

const mostSeconds = 1800;
/** Customers that page and card are made from: their number is not what is measured. */
const compared = 20_000;
const shared = {
  asOf: universeDay,
  last: compared,
  since: null,
  until: null,
  seed: 1,
  by: 'bench',
  why: null,
  at: `${universeDay}T09:00:00.000Z`,
  onProgress: () => {},
} as const;

const pages = { draft: 'Drafted', learned: 'Learned' } as const;

async function draft(workspace: Workspace) {
  const drafted = {
    ...shared,
    contrast: 'best-rest',
    kind: 'company',
    permutations: 199,
    publish: true,
  } as const;
  for (const name of Object.values(pages)) await draftFromData(workspace, { ...drafted, name });
  return null;
}

async function learn(workspace: Workspace) {
  const learned = await learnScorecard(workspace, {
    ...shared,
    contrast: 'best-rest',
    ...nothingAsked,
    profile: pages.learned,
    save: 1,
  });
  if (learned.kind !== 'scorecard') throw new Error(learned.kind);
  return { lines: learned.cards[0]!.lines.length, verdict: learned.validation.verdict };
}

const request = (page: keyof typeof pages) => ({
  ...shared,
  profile: pages[page],
  version: null,
  include: [],
});

const timed: Steps = {
  'counts, drafted': (workspace) => countTiers(workspace, request('draft')),
  'counts, learned': (workspace) => countTiers(workspace, request('learned')),
  'score, drafted': async (workspace) => (await scoreAccounts(workspace, request('draft'))).result.tiers,
  'score, learned': async (workspace) => (await scoreAccounts(workspace, request('learned'))).result.tiers,
};

/** What a learned card costs over the drafted one, scoring a large market: `npm run bench -- scorecard-scale [ACCOUNTS] [RUNS]`. */
function main(accounts: number, runs: number): void {
  const base = mkdtempSync(join(tmpdir(), 'bestfit-scale-'));
  const folder = join(base, 'workspace');
  mkdirSync(folder);
  const spawn = (step: string) => {
    const given = spawnStep(step, { folder, accounts, mostSeconds });
    console.log(step.padEnd(20), JSON.stringify(given).slice(0, 300));
    if ('failed' in given) throw new Error(`${step}: ${given.failed}`);
    return given;
  };
  for (const step of [makeStep, 'draft', 'learn']) spawn(step);
  const turns = Array.from({ length: runs }, () =>
    Object.keys(timed).map((step) => ({ step, ...spawn(step) })),
  );
  const figures = Object.keys(timed).map((step) => {
    const own = turns.flat().filter((run) => run.step === step);
    return {
      step,
      wall: summarizeTimes(own.map(({ wallMs }) => wallMs)),
      cpu: summarizeTimes(own.map(({ cpuMs }) => cpuMs)),
      peakRssMiB: Math.max(...own.map(({ peakRssMiB }) => peakRssMiB)),
    };
  });
  const record = writeBench(
    'scorecard-scale',
    { accounts, runs, load: loadavg()[0], steps: figures },
    `scorecard-scale-${accounts / 1_000_000}m`,
  );
  printEvidence(record, null, [
    markdownTable(
      figures.map(({ step, wall, cpu, peakRssMiB }) => ({
        [`${accounts.toLocaleString('en')} accounts, medians of ${runs}`]: step,
        wall: `${(wall.medianMs / 1000).toFixed(1)} s`,
        processor: `${(cpu.medianMs / 1000).toFixed(1)} s`,
        peak: `${peakRssMiB} MiB`,
      })),
    ),
  ]);
  rmSync(base, { recursive: true, force: true });
}

const [first, second, third, size] = process.argv.slice(2);
if (first === '--step') {
  await runStep(second!, { folder: third!, accounts: Number(size) }, { ...timed, draft, learn });
} else main(Number(first ?? 1_000_000), Number(second ?? 3));
