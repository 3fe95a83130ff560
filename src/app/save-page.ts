import { BestfitError } from '../base/errors/index.ts';
import {
  type Finding,
  type Profile,
  type ProfileVersion,
  readProfile,
  writeProfile,
} from '../stages/profile/index.ts';
import { earnedStatus } from './earned-status.ts';
import { lintCurrent } from './lint-current.ts';
import { optionalData } from './optional-data.ts';
import { refuseUnsearchable } from './refuse-unsearchable.ts';
import { saveVersion } from './save-version.ts';
import type { Workspace } from './workspace.ts';

/** An edited page to keep, the version it was made from, who keeps it and why. */
export interface SavePageRequest {
  readonly profile: Profile;
  /** The newest version that the person knew; null for a page of a new name. */
  readonly base: number | null;
  readonly asOf: string;
  readonly at: string;
  readonly by: string;
  readonly why: string | null;
  readonly publish: boolean;
  /** Publish it with conditions that no source can search yet. */
  readonly force: boolean;
}

/** The version that it was kept as; `changed` is false when the newest says so already. */
export interface SavedPage {
  readonly kind: 'saved';
  readonly version: number;
  readonly published: boolean;
  readonly changed: boolean;
}

/**
 * Keeps an edited page as a new version, unless somebody else kept another one meanwhile: nothing is overwritten.
 *
 * @throws BestfitError `profile.changed-meanwhile`, `profile.invalid`, `profile.unsearchable`
 */
export async function savePage(workspace: Workspace, request: SavePageRequest): Promise<SavedPage> {
  const read = readProfile(writeProfile(request.profile));
  await refuseOvertaken(workspace, read.name, request.base);
  const data = await optionalData(workspace);
  const snapshot = data?.snapshot ?? null;
  const profile = { ...read, status: await earnedStatus(workspace, { snapshot, fit: read.fit }) };
  const { at, by, why, publish } = request;
  const entry = { profile, at, by, why, snapshot, publish };
  if (publish && !request.force)
    refuseUnsearchable(await findingsOf(workspace, data, { entry, asOf: request.asOf }));
  const { version, changed } = await saveVersion(workspace, entry);
  return { kind: 'saved', version: version.version, published: version.published, changed };
}

async function refuseOvertaken(
  { store }: Workspace,
  name: string,
  base: SavePageRequest['base'],
): Promise<void> {
  const newest = await store.profile(name, 'newest');
  if ((newest?.version ?? null) === base) return;
  throw new BestfitError('profile.changed-meanwhile', {
    profile: name,
    known: base ?? 0,
    newest: newest?.version ?? 0,
    by: newest?.createdBy ?? null,
  });
}

function findingsOf(
  workspace: Workspace,
  data: Awaited<ReturnType<typeof optionalData>>,
  {
    entry,
    asOf,
  }: {
    readonly entry: Pick<ProfileVersion, 'profile' | 'why' | 'snapshot'> & { at: string; by: string };
    readonly asOf: string;
  },
): Promise<readonly Finding[]> {
  const { profile, why, snapshot, at, by } = entry;
  const head = { name: profile.name, version: 0, createdAt: at, createdBy: by, published: true };
  const version = { ...head, profile, why, snapshot, signedBy: [] };
  return lintCurrent(workspace, data, { version, asOf });
}
