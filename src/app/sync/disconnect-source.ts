import type { Workspace } from '../workspace.ts';
import { findConnection } from './find-connection.ts';

/** What came of disconnecting. */
export interface DisconnectResult {
  readonly kind: 'disconnected';
  readonly name: string;
}

/** Forgets a connection, its secrets and what was read through it; the data that were imported stay as they are. */
export async function disconnectSource(workspace: Workspace, name: string): Promise<DisconnectResult> {
  const connection = await findConnection(workspace, name);
  await workspace.store.removeSecrets(connection.name);
  await workspace.store.removeConnection(connection.name);
  return { kind: 'disconnected', name: connection.name };
}
