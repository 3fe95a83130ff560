import type { Workspace } from '../workspace.ts';
import { findConnection } from './find-connection.ts';
import type { ShownRun } from './show-connection.ts';

/** Runs of a connection, newest first: reads and writes, when, how they ended, what they did. */
export async function listRuns(
  workspace: Workspace,
  { connection, limit }: { readonly connection: string; readonly limit: number },
): Promise<readonly ShownRun[]> {
  const { name } = await findConnection(workspace, connection);
  const runs = await workspace.store.syncs(name, limit);
  return runs.map(({ id, kind, state, startedAt, endedAt, result, error }) => {
    return { id, kind, state, startedAt, endedAt, result, error };
  });
}
