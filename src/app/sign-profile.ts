import type { ProfileVersion } from '../stages/profile/index.ts';
import { currentProfile } from './current-card.ts';
import type { Workspace } from './workspace.ts';

/** The version that a person signs for a team, and the day. */
export interface SignRequest {
  readonly profile: string | null;
  readonly version: number | null;
  readonly team: string;
  readonly by: string;
  readonly on: string;
}

/** Records that a team stands behind a version of the page. */
export async function signProfile(workspace: Workspace, request: SignRequest): Promise<ProfileVersion> {
  const { name, version } = await currentProfile(workspace, request);
  return workspace.store.signProfile(name, version, request);
}
