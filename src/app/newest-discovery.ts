import type { Contrast } from '../stages/discovery/index.ts';
import type { CurrentData } from './current-data.ts';
import { type KeptDiscovery, lastDiscovery } from './discover/index.ts';
import type { Workspace } from './workspace.ts';

/** The newest discovery of two groups: of the current data, else of the newest data before them; null when there is none. */
export async function newestDiscovery(
  workspace: Workspace,
  data: Pick<CurrentData, 'commit'>,
  contrast: Contrast,
): Promise<KeptDiscovery | null> {
  const wanted = { contrast, asOf: null, last: null, permutations: null, seed: null };
  const snapshots = [data.commit, ...(await workspace.store.commits())].map(({ snapshot }) => snapshot.id);
  for (const snapshot of new Set(snapshots)) {
    const kept = await lastDiscovery(workspace, { snapshot }, wanted);
    if (kept !== null) return kept;
  }
  return null;
}
