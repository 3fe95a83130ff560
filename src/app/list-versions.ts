import type { ProfileVersion } from '../stages/profile/index.ts';
import { currentProfile } from './current-card.ts';
import type { Workspace } from './workspace.ts';

/** One version of a page without the page itself. */
export type VersionHead = Omit<ProfileVersion, 'profile' | 'name'>;

/** The versions of one page. */
export interface VersionList {
  readonly kind: 'versions';
  readonly name: string;
  /** Newest first. */
  readonly versions: readonly VersionHead[];
}

/** Lists the versions of a page; null takes the one worked with. */
export async function listVersions(workspace: Workspace, profile: string | null): Promise<VersionList> {
  const { name } = await currentProfile(workspace, { profile, version: null });
  const all = (await workspace.store.profiles()).filter((version) => version.name === name);
  return { kind: 'versions', name, versions: all.map(headOf).toSorted((a, b) => b.version - a.version) };
}

function headOf(made: ProfileVersion): VersionHead {
  const { version, createdAt, createdBy, why, published, signedBy, snapshot } = made;
  return { version, createdAt, createdBy, why, published, signedBy, snapshot };
}
