import type { ProfileVersion } from '../stages/profile/index.ts';
import { currentProfile } from './current-card.ts';
import { lintCurrent } from './lint-current.ts';
import { optionalData } from './optional-data.ts';
import { refuseUnsearchable } from './refuse-unsearchable.ts';
import type { Workspace } from './workspace.ts';

/** The version to publish, the day it is checked for, and whether conditions that nobody can search may stand. */
export interface PublishRequest {
  readonly profile: string;
  readonly version: number;
  readonly asOf: string;
  readonly force: boolean;
}

/**
 * Publishes a stored version in place of the one published before.
 *
 * @throws BestfitError `profile.unsearchable` when a condition has no source
 */
export async function publishVersion(workspace: Workspace, request: PublishRequest): Promise<ProfileVersion> {
  const version = await currentProfile(workspace, request);
  const data = await optionalData(workspace);
  if (!request.force) refuseUnsearchable(await lintCurrent(workspace, data, { version, asOf: request.asOf }));
  return workspace.store.publishProfile(version.name, version.version);
}
