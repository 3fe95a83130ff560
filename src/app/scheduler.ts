import type { Job } from '../edges/store/index.ts';
import type { JobRunner } from './jobs/index.ts';
import { type KnownConnection, listKnown, nextSync } from './sync/index.ts';
import type { Workspace } from './workspace.ts';

/** How often schedules are looked at. */
const lookMs = 20_000;

/** What a scheduler works with. */
export interface SchedulerParts {
  readonly workspace: Workspace;
  readonly jobs: Pick<JobRunner, 'submit'>;
  /** The day by which lists are scored, `YYYY-MM-DD`. */
  readonly asOf: () => string;
  readonly now: () => Date;
}

/**
 * Asks for the syncs that are due while the server runs. Whatever was due while it did not run is asked for once, at its
 * start: a laptop that was closed at six in the morning syncs when it is opened.
 */
export class Scheduler {
  readonly #parts: SchedulerParts;
  #timer: ReturnType<typeof setInterval> | null = null;
  #look: Promise<void> = Promise.resolve();

  constructor(parts: SchedulerParts) {
    this.#parts = parts;
  }

  open(): void {
    const look = () => {
      this.#look = this.#look.then(async () => void (await this.look())).catch(() => undefined);
    };
    this.#timer = setInterval(look, lookMs);
    look();
  }

  /** Asks for every sync that is due now; gives the names of their connections. */
  async look(): Promise<readonly string[]> {
    const { workspace, jobs, asOf } = this.#parts;
    const waiting = (await workspace.store.jobs()).filter(
      ({ state }) => state === 'queued' || state === 'running',
    );
    const due: string[] = [];
    for (const connection of await listKnown(workspace)) {
      const { name, choices } = connection;
      if (waiting.some((job) => isSyncOf(job, name)) || !(await this.#isDue(connection))) continue;
      due.push(name);
      await jobs.submit({ kind: 'sync', request: { connection: name, full: false, maps: [] } });
      if (choices.schedule?.write === true && choices.write.length > 0)
        await jobs.submit({ kind: 'write-back', request: { connection: name, asOf: asOf(), dryRun: false } });
    }
    return due;
  }

  async close(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#look;
  }

  /** When a moment of the schedule came since the last time it was synced, by whomever. */
  async #isDue({ name, choices, createdAt }: KnownConnection): Promise<boolean> {
    if (choices.schedule === null) return false;
    const { workspace, now } = this.#parts;
    const last = (await workspace.store.syncs(name, 20)).find(({ kind }) => kind === 'read');
    const since = [last?.startedAt ?? createdAt, choices.schedule.since].sort().at(-1)!;
    const next = nextSync(choices.schedule, since);
    return next !== null && next <= now().toISOString();
  }
}

function isSyncOf({ kind, request }: Job, name: string): boolean {
  const asked = request as { readonly connection?: string | null } | null;
  return (kind === 'sync' || kind === 'write-back') && (asked?.connection ?? name) === name;
}
