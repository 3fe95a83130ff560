import { type CurrentData, currentData } from './current-data.ts';
import type { Workspace } from './workspace.ts';

/** The current data, or null before the first import. */
export async function optionalData(workspace: Workspace): Promise<CurrentData | null> {
  return (await workspace.store.head()) === null ? null : currentData(workspace);
}
