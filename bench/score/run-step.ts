import { spawnSync } from 'node:child_process';
import { openWorkspace } from '../../src/app/compose.ts';
import { readProfile } from '../../src/stages/profile/index.ts';
import { accountPage, fullPage } from './pages.ts';
import { commandSteps, joinSteps, type Steps, tallySteps } from './steps.ts';
import { timedEngine } from './timed-engine.ts';
import { makeUniverse, universeDay } from './universe.ts';

/** What one step took, in a process of its own. */
export interface StepFigures {
  readonly wallMs: number;
  readonly cpuMs: number;
  /** Time in which the engine was asked; 0 for statements by hand. */
  readonly engineMs: number;
  /** Of the whole process. */
  readonly peakRssMiB: number;
  readonly result: unknown;
}

/** A step that was stopped, or failed. */
export interface FailedStep {
  readonly failed: string;
}

/** The step that makes the universe. */
export const makeStep = 'make the universe';

/** Runs a step, one of these or of a bench of its own, in this process and prints its figures. */
export async function runStep(
  step: string,
  { folder, accounts }: { readonly folder: string; readonly accounts: number },
  others: Steps = {},
): Promise<void> {
  const opened = await openWorkspace(folder, { create: step === makeStep });
  const { engine, busyMs } = timedEngine(opened.engine);
  const workspace = { ...opened, engine };
  const cpu = process.cpuUsage();
  const before = performance.now();
  const steps: Steps = { ...tallySteps, ...joinSteps, ...commandSteps, ...others, [makeStep]: make };
  const result = await steps[step]!(workspace, accounts);
  const wallMs = Math.round(performance.now() - before);
  const { user, system } = process.cpuUsage(cpu);
  await engine.close();
  await opened.store.close();
  const figures: StepFigures = {
    wallMs,
    cpuMs: Math.round((user + system) / 1000),
    engineMs: Math.round(busyMs()),
    peakRssMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    result,
  };
  process.stdout.write(JSON.stringify(figures));
}

async function make(workspace: Awaited<ReturnType<typeof openWorkspace>>, accounts: number): Promise<null> {
  await makeUniverse(workspace, accounts);
  for (const page of [accountPage, fullPage]) {
    await workspace.store.saveProfile({
      profile: readProfile(page),
      at: `${universeDay}T08:00:00.000Z`,
      by: 'bench',
      why: null,
      snapshot: null,
      publish: true,
    });
  }
  return null;
}

/** Runs a step in a process of its own, which is stopped when it takes longer than this. */
export function spawnStep(
  step: string,
  { folder, accounts, mostSeconds }: { folder: string; accounts: number; mostSeconds: number },
): StepFigures | FailedStep {
  const args = [process.argv[1]!, '--step', step, folder, String(accounts)];
  const timeout = mostSeconds * 1000;
  const ended = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e9, timeout });
  if (ended.status === 0) return JSON.parse(ended.stdout) as StepFigures;
  if (ended.error !== undefined) return { failed: `stopped after ${mostSeconds} s` };
  return { failed: `${ended.signal ?? `exit ${ended.status}`}: ${ended.stderr.trim().slice(0, 500)}` };
}
