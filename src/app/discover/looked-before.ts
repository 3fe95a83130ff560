import type { Run } from '../../edges/store/index.ts';
import type { CurrentData } from '../current-data.ts';
import type { Workspace } from '../workspace.ts';

/**
 * The discoveries that have already looked at the rows of the current data, oldest first: those on this snapshot,
 * before an undo or after it, and on the snapshots that differ from it only in what is said of the fields.
 */
export async function lookedBefore(workspace: Workspace, data: CurrentData): Promise<readonly Run[]> {
  const { store } = workspace;
  const rows = filesOf(data.commit.snapshot);
  const alike = (await store.commits()).map(({ snapshot }) => snapshot).filter((s) => filesOf(s) === rows);
  const ids = [...new Set([data.snapshot, ...alike.map(({ id }) => id)])];
  const runs = await Promise.all(ids.map((snapshot) => store.runs('discover', { snapshot })));
  return runs.flat().sort((one, other) => one.id - other.id);
}

function filesOf({ tables }: CurrentData['commit']['snapshot']): string {
  const files = Object.entries(tables).map(([name, { file }]) => `${name} ${file}`);
  return files.sort().join();
}
