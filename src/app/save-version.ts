import type { ProfileEntry } from '../edges/store/index.ts';
import { type ProfileVersion, writeProfile } from '../stages/profile/index.ts';
import type { Workspace } from './workspace.ts';

/**
 * Keeps a profile as a new version. The same page again is no new version: it is only published when asked. A
 * new one is published when asked, or when no version of this name is.
 */
export async function saveVersion(
  workspace: Pick<Workspace, 'store'>,
  request: ProfileEntry,
): Promise<{ readonly version: ProfileVersion; readonly changed: boolean }> {
  const { name } = request.profile;
  const newest = await workspace.store.profile(name, 'newest');
  const versions = (await workspace.store.profiles()).filter((version) => version.name === name);
  if (newest !== null && writeProfile(newest.profile) === writeProfile(request.profile)) {
    const version =
      request.publish && !newest.published
        ? await workspace.store.publishProfile(name, newest.version)
        : newest;
    return { version, changed: false };
  }
  const publish = request.publish || !versions.some((version) => version.published);
  return { version: await workspace.store.saveProfile({ ...request, publish }), changed: true };
}
