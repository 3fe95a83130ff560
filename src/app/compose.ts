import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from '../base/sql/index.ts';
import { createFolderConnector, findTables, recordConnectors } from '../edges/connectors/index.ts';
import { createDuckDbEngine } from '../edges/engines/duckdb/index.ts';
import { createForks } from '../edges/processes/index.ts';
import { createSecretBox } from '../edges/secrets/index.ts';
import { openStore, type RestoreOptions, restoreWorkspace, type Store } from '../edges/store/index.ts';
import { createSecretKeeper } from './create-secret-keeper.ts';
import { JobRunner } from './jobs/index.ts';
import type { SourcePort, Workspace } from './workspace.ts';

/** Sources outside by the machine's own clock. */
function sourcesOf(store: Store, engine: Engine, signal: AbortSignal | null): SourcePort {
  const folder = createFolderConnector({ engine, scratchFile: () => store.draftFile('part') });
  return {
    connectors: [...recordConnectors, folder],
    now: Date.now,
    sleep: (ms) => sleep(ms, undefined, signal === null ? {} : { signal }),
    random: Math.random,
    signal,
    secretsOf: (store, { connection, connector: { needs } }) => {
      const { env: environment } = process;
      const box = createSecretBox(environment);
      return createSecretKeeper({ store, box, environment }, { connection, needs });
    },
  };
}

/** How a workspace is opened. */
export interface OpenOptions {
  /** Make the workspace when the folder holds none. */
  readonly create: boolean;
  /** Stops the work with sources outside in order when it is aborted. */
  readonly signal?: AbortSignal;
}

/** Opens a workspace folder. The only place that chooses engine, connectors and store. */
export async function openWorkspace(path: string, options: OpenOptions): Promise<Workspace> {
  const store = await openStore(path, options);
  const engine = await createDuckDbEngine({ tempDirectory: join(path, 'data', 'drafts') });
  return { store, engine, findTables, sources: sourcesOf(store, engine, options.signal ?? null) };
}

/** Opens a workspace for the length of one piece of work and closes it whatever happens. */
export async function withWorkspace<T>(
  path: string,
  options: OpenOptions,
  work: (workspace: Workspace) => Promise<T>,
): Promise<T> {
  const workspace = await openWorkspace(path, options);
  try {
    return await work(workspace);
  } finally {
    await workspace.engine.close();
    await workspace.store.close();
  }
}

/** Makes a folder the workspace of a backup: at once, or not at all. */
export function restoreInto(path: string, options: RestoreOptions): Promise<void> {
  return restoreWorkspace(path, options);
}

/**
 * Runs the long work of a workspace in processes of its own, and takes up what an earlier server left.
 *
 * @param entry path of the script that does one job (`dist/job.js`)
 */
export async function openJobs(store: Store, entry: string): Promise<JobRunner> {
  const runner = new JobRunner({ store, start: createForks(entry), now: () => new Date() });
  await runner.open();
  return runner;
}
