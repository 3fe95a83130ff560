import { BestfitError } from '../../base/errors/index.ts';
import type { SyncRun } from '../../edges/store/index.ts';
import { toProblem } from '../to-problem.ts';
import type { Workspace } from '../workspace.ts';
import { momentOf } from './moment-of.ts';

/**
 * Ends a run that an error broke off, as interrupted when a person stopped it, and gives the error to be thrown. What the run
 * kept stays for the next one to go on from.
 */
export async function endBroken(workspace: Workspace, run: SyncRun, error: unknown): Promise<unknown> {
  const { sources, store } = workspace;
  const { connection } = run;
  const isStopped = sources.signal?.aborted === true;
  const told = isStopped ? new BestfitError('sync.stopped', { connection }) : error;
  await store
    .endSync(run.id, {
      state: isStopped ? 'interrupted' : 'failed',
      endedAt: momentOf(workspace),
      result: null,
      error: isStopped ? null : toProblem(error),
      streams: {},
    })
    .catch(() => undefined);
  return told;
}
