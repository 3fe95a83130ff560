import { spawnSync } from 'node:child_process';
import { openWorkspace } from '../../src/app/compose.ts';
import { readProfile } from '../../src/stages/profile/index.ts';
import { accountPage, fullPage } from './pages.ts';
import { steps } from './steps.ts';
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

/** The step that makes the universe. */
export const makeStep = 'make the universe';

/** Runs a step in this process and prints its figures. */
export async function runStep(step: string, folder: string, accounts: number): Promise<void> {
  const opened = await openWorkspace(folder, { create: step === makeStep });
  const { engine, busyMs } = timedEngine(opened.engine);
  const workspace = { ...opened, engine };
  const cpu = process.cpuUsage();
  const before = performance.now();
  const result =
    step === makeStep ? await make(workspace, accounts) : await steps[step]!(workspace, accounts);
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

/** Runs a step in a process of its own. */
export function spawnStep(step: string, folder: string, accounts: number): StepFigures {
  const args = [process.argv[1]!, '--step', step, folder, String(accounts)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e9 });
  if (status !== 0) throw new Error(`${step} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as StepFigures;
}
