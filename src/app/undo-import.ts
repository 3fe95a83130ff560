import { BestfitError } from '../base/errors/index.ts';
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

/**
 * Takes back the last change of the data: the commit before it is current again. Nothing is deleted.
 *
 * @param options.commit the change that is meant; `store.changed-meanwhile` when it is not the last one any more
 */
export async function undoImport(
  { store }: Pick<Workspace, 'store'>,
  { commit = null }: { readonly commit?: number | null } = {},
): Promise<UndoResult> {
  const head = await store.head();
  if (commit !== null && head?.id !== commit)
    throw new BestfitError('store.changed-meanwhile', { workspace: store.path });
  const { undone, now }: { undone: Commit; now: Commit | null } = await store.undo();
  return { kind: 'undo', undone: undone.what, snapshot: now?.snapshot.id ?? null };
}
