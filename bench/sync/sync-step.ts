import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { SyncResult, WriteBackResult } from '../../src/app/sync/index.ts';
import type { WorkEvent } from '../../src/app/work-event.ts';
import { type ConnectedPlace, openConnected } from './connected-workspace.ts';
import { draftAndChoose } from './draft-and-choose.ts';
import { openFileClock } from './file-clock.ts';
import { forgetPeak, peakSince } from './memory.ts';

/** One step of the bench, done by a process of its own. */
export interface SyncStep extends ConnectedPlace {
  readonly step: 'connect' | 'sync' | 'draft' | 'write';
  readonly origin: string;
}

/** What a step took. */
export interface StepTimes {
  /** Real time: nothing waits, the clock of stand-in and client moves instead. */
  readonly wallMs: number;
  /** Processor time of this process; the stand-in has its own. */
  readonly cpuMs: number;
  /** Time that passed on the clock: waits for limits and jobs. */
  readonly simulatedSeconds: number;
  readonly peakMiB: number | null;
  /** Of reading and merging alone. */
  readonly peakBeforeImportMiB: number | null;
  /** The most memory of the import alone, and its time; null where nothing was imported. */
  readonly import: { readonly wallMs: number; readonly peakMiB: number | null } | null;
  /** Real time by what was told last: a stream, `merging`, a step of the import. */
  readonly phases: Readonly<Record<string, number>>;
}

/** What a step gave. */
export interface StepFigures {
  readonly times: StepTimes;
  readonly sync: Pick<SyncResult, 'state' | 'requests' | 'waited' | 'streams' | 'usage'> | null;
  readonly write: Pick<
    WriteBackResult,
    'state' | 'accounts' | 'written' | 'failed' | 'left' | 'budget'
  > | null;
}

/** Does a step in a process of its own, so that its peak memory is its own. */
export async function stepApart(step: SyncStep): Promise<StepFigures> {
  const child = spawn(process.execPath, [process.argv[1]!, 'step', JSON.stringify(step)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [status] = (await once(child, 'close')) as [number | null];
  if (status !== 0) throw new Error(`${step.step} of ${step.vendor} ended with ${status}`);
  return JSON.parse(said) as StepFigures;
}

/** Does a step and measures it. */
export async function doStep(step: SyncStep): Promise<StepFigures> {
  const watch = new Stopwatch();
  const clock = openFileClock(step.clock);
  const workspace = await openConnected(step, (event) => watch.tell(event));
  const from = clock.now();
  const day = (): string => new Date(clock.now()).toISOString().slice(0, 10);
  watch.begin();
  const sync = step.step === 'sync' ? await workspace.sync() : null;
  const write = step.step === 'write' ? await workspace.writeBack(day()) : null;
  if (step.step === 'connect') await workspace.connect(step.origin);
  if (step.step === 'draft') await draftAndChoose(workspace, { asOf: day(), write: ['fit', 'tier', 'play'] });
  const times = watch.end((clock.now() - from) / 1000);
  await workspace.close();
  return {
    times,
    sync: sync === null ? null : shortSync(sync),
    write: write === null ? null : shortWrite(write),
  };
}

function shortSync({ state, requests, waited, streams, usage }: SyncResult) {
  return { state, requests, waited, streams, usage };
}

function shortWrite({ state, accounts, written, failed, left, budget }: WriteBackResult) {
  return { state, accounts, written, failed, left, budget };
}

const readSteps: readonly string[] = ['syncing', 'merging', 'waiting'];

/** Times by phase, and the peak before and after the import begins. */
class Stopwatch {
  #began = 0;
  #cpu = process.cpuUsage();
  #phase = 'start';
  #since = 0;
  #phases = new Map<string, number>();
  #importAt: number | null = null;
  #peakBefore: number | null = null;

  begin(): void {
    this.#began = performance.now();
    this.#since = this.#began;
    this.#cpu = process.cpuUsage();
  }

  tell({ step, subject }: WorkEvent): void {
    if (step === 'waiting') return;
    this.#turn(step === 'syncing' ? `reading ${subject}` : step);
    if (this.#importAt !== null || readSteps.includes(step) || !this.#phases.has('merging')) return;
    this.#importAt = performance.now();
    this.#peakBefore = peakSince();
    forgetPeak();
  }

  end(simulatedSeconds: number): StepTimes {
    this.#turn('end');
    const { user, system } = process.cpuUsage(this.#cpu);
    const peak = peakSince();
    const now = performance.now();
    const peaks = [peak, this.#peakBefore].filter((each) => each !== null);
    return {
      wallMs: Math.round(now - this.#began),
      cpuMs: Math.round((user + system) / 1000),
      simulatedSeconds: Math.round(simulatedSeconds),
      peakMiB: peaks.length === 0 ? null : Math.max(...peaks),
      peakBeforeImportMiB: this.#importAt === null ? peak : this.#peakBefore,
      import: this.#importAt === null ? null : { wallMs: Math.round(now - this.#importAt), peakMiB: peak },
      phases: Object.fromEntries([...this.#phases].map(([name, ms]) => [name, Math.round(ms)])),
    };
  }

  #turn(phase: string): void {
    const now = performance.now();
    this.#phases.set(this.#phase, (this.#phases.get(this.#phase) ?? 0) + now - this.#since);
    this.#phase = phase;
    this.#since = now;
  }
}
