import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkspace } from '../src/app/compose.ts';
import { importFiles, nothingSaid } from '../src/app/import-files.ts';
import { peakMiB } from './peak-mib.ts';
import { timedEngine } from './timed-engine.ts';

/** Time of one stage of an import. */
interface StageTime {
  readonly stage: string;
  readonly ms: number;
  /** Of it, somebody waited for the engine. */
  readonly engineMs: number;
  readonly cpuMs: number;
}

/** What one import took. */
export interface ImportMeasure {
  readonly ms: number;
  readonly cpuMs: number;
  readonly peakMiB: number;
  /** Share of the time in which somebody waited for the engine. */
  readonly engineShare: number;
  readonly stages: readonly StageTime[];
  readonly rows: { readonly in: number; readonly kept: number; readonly quarantined: number };
}

/** Imports one file into a new workspace. */
export async function measureImport(path: string): Promise<ImportMeasure> {
  const folder = mkdtempSync(join(tmpdir(), 'bestfit-import-'));
  const workspace = await openWorkspace(join(folder, 'workspace'), { create: true });
  const { engine, waited } = timedEngine(workspace.engine);
  const marks: Mark[] = [];
  const mark = (stage: string) => marks.push({ stage, ...snapshot(waited) });
  mark('start');
  const result = await importFiles(
    { ...workspace, engine },
    {
      paths: [path],
      choices: nothingSaid,
      maps: [],
      covers: null,
      append: false,
      observedOn: null,
      dryRun: false,
      at: new Date().toISOString(),
      onProgress: ({ step }) => mark(step),
    },
  );
  mark('end');
  await workspace.engine.close();
  await workspace.store.close();
  rmSync(folder, { recursive: true });
  const [first, last] = [marks[0]!, marks.at(-1)!];
  const { ms, engineMs, cpuMs } = between(first, last);
  const stages = stageTimes(marks);
  const { rows } = result.files[0]!;
  return { ms, cpuMs, peakMiB: peakMiB(), engineShare: engineMs / ms, stages, rows };
}

interface Mark extends Snapshot {
  readonly stage: string;
}

/** A stage that is said several times, as it goes on, is one. */
function stageTimes(marks: readonly Mark[]): readonly StageTime[] {
  const stages = new Map<string, StageTime>();
  for (const [index, from] of marks.slice(1, -1).entries()) {
    const { ms, engineMs, cpuMs } = between(from, marks[index + 2]!);
    const before = stages.get(from.stage) ?? { stage: from.stage, ms: 0, engineMs: 0, cpuMs: 0 };
    stages.set(from.stage, {
      stage: from.stage,
      ms: before.ms + ms,
      engineMs: before.engineMs + engineMs,
      cpuMs: before.cpuMs + cpuMs,
    });
  }
  return [...stages.values()];
}

interface Snapshot {
  readonly ms: number;
  readonly engineMs: number;
  readonly cpuMs: number;
}

function snapshot(waited: () => number): Snapshot {
  const { user, system } = process.cpuUsage();
  return { ms: performance.now(), engineMs: waited(), cpuMs: (user + system) / 1000 };
}

function between(from: Snapshot, to: Snapshot): Snapshot {
  return {
    ms: Math.round(to.ms - from.ms),
    engineMs: Math.round(to.engineMs - from.engineMs),
    cpuMs: Math.round(to.cpuMs - from.cpuMs),
  };
}
