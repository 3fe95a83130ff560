import { BestfitError } from '../base/errors/index.ts';
import type { SavedVersion } from './save-edited.ts';
import { saveVersion } from './save-version.ts';
import type { Workspace } from './workspace.ts';

/** The version whose page is to stand again, who wants it and why. */
export interface RestoreRequest {
  readonly profile: string;
  readonly version: number;
  readonly by: string;
  readonly why: string | null;
  readonly at: string;
}

/**
 * Makes the page of an earlier version the newest one again, published when the newest is: nothing is deleted, so that
 * an undo can itself be undone.
 */
export async function restoreVersion(
  { store }: Pick<Workspace, 'store'>,
  { profile: name, version, by, why, at }: RestoreRequest,
): Promise<SavedVersion> {
  const earlier = await store.profile(name, version);
  const newest = await store.profile(name, 'newest');
  if (earlier === null || newest === null)
    throw new BestfitError('profile.version-missing', { profile: name, version });
  const { profile, snapshot } = earlier;
  const entry = { profile, at, by, why, snapshot, publish: newest.published };
  const saved = await saveVersion({ store }, entry);
  return { version: saved.version.version, published: saved.version.published, changed: saved.changed };
}
