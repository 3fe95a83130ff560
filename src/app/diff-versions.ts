import { BestfitError } from '../base/errors/index.ts';
import { type ProfileChange, versionChanges } from '../stages/profile/index.ts';
import { currentProfile } from './current-card.ts';
import type { Workspace } from './workspace.ts';

/** What changed between two versions of a profile, older first. */
export interface DiffResult {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly changes: readonly ProfileChange[];
}

/** What changed between two versions of a profile, in words; by default the newest against the one before. */
export async function diffStored(
  workspace: Workspace,
  request: { readonly profile: string | null; readonly from: number | null; readonly to: number | null },
): Promise<DiffResult> {
  const { name } = await currentProfile(workspace, { profile: request.profile, version: null });
  const newest = await workspace.store.profile(name, request.to ?? 'newest');
  if (newest === null)
    throw new BestfitError('profile.missing', { profile: `${name} version ${request.to}` });
  const from = request.from ?? newest.version - 1;
  const before = await workspace.store.profile(name, from);
  if (before === null) throw new BestfitError('profile.missing', { profile: `${name} version ${from}` });
  return { name, from: before.version, to: newest.version, changes: versionChanges(before, newest) };
}
