import type { Profile, ProfileVersion } from '../stages/profile/index.ts';
import { earnedStatus } from './earned-status.ts';
import { saveVersion } from './save-version.ts';
import type { Workspace } from './workspace.ts';

/** Whether an edited page is kept, by whom and why. */
export interface SaveAsk {
  readonly save: boolean;
  readonly by: string;
  readonly why: string | null;
  readonly at: string;
}

/** The version that an edited page was kept as. */
export interface SavedVersion {
  readonly version: number;
  readonly published: boolean;
  /** False when the edited page was the newest version already. */
  readonly changed: boolean;
}

/** An edited page, and the version it was made from. */
export interface EditedPage {
  readonly from: ProfileVersion;
  readonly profile: Profile;
  readonly snapshot: string;
}

/**
 * Keeps an edited page as a new version, published when the version it was made from is; null when it is not to be
 * kept. Its status is earned anew: other points were not validated, other tiers of the same points were.
 */
export async function saveEdited(
  workspace: Workspace,
  { from, profile, snapshot }: EditedPage,
  { save, at, by, why }: SaveAsk,
): Promise<SavedVersion | null> {
  if (!save) return null;
  const status = await earnedStatus(workspace, { snapshot, fit: profile.fit });
  const entry = { profile: { ...profile, status }, at, by, why, snapshot, publish: from.published };
  const { version, changed } = await saveVersion(workspace, entry);
  return { version: version.version, published: version.published, changed };
}
