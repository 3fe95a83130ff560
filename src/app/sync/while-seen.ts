import type { SyncRun } from '../../edges/store/index.ts';
import type { Workspace } from '../workspace.ts';

/** How often a run says that it is alive, in milliseconds: one that nobody sees for a minute is taken for lost. */
const BEAT = 15_000;

/** Does the work of a run, and says all the while that it is alive, however long it waits. */
export async function whileSeen<T>({ store }: Workspace, run: SyncRun, work: () => Promise<T>): Promise<T> {
  const beat = setInterval(() => void store.checkpointSync(run.id, null).catch(() => undefined), BEAT);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}
