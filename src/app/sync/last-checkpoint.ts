import type { SyncRun } from '../../edges/store/index.ts';
import type { Workspace } from '../workspace.ts';

/** How far the last run of a kind came that did not end well; null when the last one did. */
export async function lastCheckpoint(
  { store }: Workspace,
  { connection, kind }: Pick<SyncRun, 'connection' | 'kind'>,
): Promise<unknown> {
  const runs = (await store.syncs(connection, 20)).filter((run) => run.kind === kind);
  const last = runs.find(({ checkpoint, state }) => checkpoint !== null || state === 'done');
  return last?.checkpoint ?? null;
}
