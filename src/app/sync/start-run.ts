import { BestfitError } from '../../base/errors/index.ts';
import type { SyncRun } from '../../edges/store/index.ts';
import type { Workspace } from '../workspace.ts';
import { momentOf } from './moment-of.ts';

/** Runs among which the one that is under way is looked for. */
const lately = 20;

/** Begins a run of a connection; `sync.running` while another process works on it. */
export async function startRun(
  workspace: Workspace,
  { connection, kind }: Pick<SyncRun, 'connection' | 'kind'>,
): Promise<SyncRun> {
  const { store } = workspace;
  const startedAt = momentOf(workspace);
  const run = await store.startSync({ connection, kind, startedAt });
  if (run !== null) return run;
  const running = (await store.syncs(connection, lately)).find(({ state }) => state === 'running');
  throw new BestfitError('sync.running', { connection, startedAt: running?.startedAt ?? startedAt });
}
