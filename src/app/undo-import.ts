import type { Commit } from '../edges/store/index.ts';
import type { Workspace } from './workspace.ts';

/** What an undo did. */
export interface UndoResult {
  readonly kind: 'undo';
  /** The command that was undone. */
  readonly undone: string;
  /** The snapshot that is current now; null when the workspace is empty again. */
  readonly snapshot: string | null;
}

/** Takes back the last import: the commit before it is current again. Nothing is deleted. */
export async function undoImport({ store }: Pick<Workspace, 'store'>): Promise<UndoResult> {
  const { undone, now }: { undone: Commit; now: Commit | null } = await store.undo();
  return { kind: 'undo', undone: undone.what, snapshot: now?.snapshot.id ?? null };
}
