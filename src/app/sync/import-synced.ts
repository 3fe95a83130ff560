import type { Commit } from '../../edges/store/index.ts';
import { type ImportResult, importFiles, nothingSaid } from '../import-files.ts';
import { workEvent } from '../work-event.ts';
import type { Workspace } from '../workspace.ts';
import { type SyncedConnection, sourceName, syncedTables } from './synced-tables.ts';
import type { SyncRequest } from './types.ts';

/** Imports the streams of a connection as one commit; null when the data are made of these very rows already. */
export async function importSynced(
  workspace: Workspace,
  connection: SyncedConnection,
  { maps, at, onProgress }: Pick<SyncRequest, 'maps' | 'at' | 'onProgress'>,
): Promise<ImportResult | null> {
  const { tables, synced, maps: told } = syncedTables(workspace, connection);
  const head = await workspace.store.head();
  const found = tables.filter(({ source }) => rowsOf(connection, source) > 0);
  const isThere = found.every(({ source }) => {
    const state = head?.sources.find(({ name }) => name === source);
    return state?.synced !== undefined && state.synced.key === synced[source]?.origin.key;
  });
  if (isThere && maps.length === 0) return null;
  if (found.length === 0) return null;
  return importFiles(
    { ...workspace, findTables: async () => ({ tables: found, warnings: [] }) },
    {
      paths: found.map(({ source }) => source),
      choices: nothingSaid,
      maps: [...told.filter(({ file }) => isNew(head, file)), ...maps],
      covers: null,
      append: false,
      observedOn: null,
      synced,
      dryRun: false,
      at,
      onProgress: ({ step, file, done }) => onProgress(workEvent(step, { subject: file, share: done })),
    },
  );
}

/** What a person decided of a source later counts more than what it told at first. */
function isNew(head: Commit | null, source: string | undefined): boolean {
  return head === null || head.sources.every(({ name }) => name !== source);
}

function rowsOf({ name, streams }: SyncedConnection, source: string): number {
  const found = streams.find(({ stream }) => sourceName(name, stream) === source);
  return found?.state.mirror.rows ?? 0;
}
