import { BestfitError } from '../base/errors/index.ts';
import type { Contrast, DiscoveryResult } from '../stages/discovery/index.ts';
import {
  type AddedPattern,
  addPattern,
  attainablePoints,
  type PatternAddition,
  type Profile,
} from '../stages/profile/index.ts';
import { currentProfile } from './current-card.ts';
import { type CurrentData, currentData } from './current-data.ts';
import { defaultContrast } from './discover/index.ts';
import { findPattern } from './find-pattern.ts';
import { newestDiscovery } from './newest-discovery.ts';
import { type SaveAsk, type SavedVersion, saveEdited } from './save-edited.ts';
import type { Workspace } from './workspace.ts';

/** The pattern to add, how it is to stand on which page, and whether the page is kept. */
export interface AddPatternRequest extends SaveAsk {
  /** Id as discovery prints it, of the newest discovery of these groups (null: those that the data suggest). */
  readonly pattern: string;
  readonly contrast: Contrast | null;
  readonly addition: PatternAddition;
  /** Profile name; null takes the only one, or the one published last. */
  readonly profile: string | null;
  readonly asOf: string;
}

type Added =
  | Omit<Extract<AddedPattern, { kind: 'added' }>, 'profile'>
  | Exclude<AddedPattern, { kind: 'added' }>;

/** What became of it, and the version it was kept as. */
export type AddPatternResult = Added & {
  readonly profile: string;
  /** The version that the line was added to: what an undo goes back to. */
  readonly from: number;
  readonly attainable: { readonly before: number; readonly after: number };
  readonly tiers: Profile['tiers'];
  readonly saved: SavedVersion | null;
};

/**
 * Adds a pattern of the newest discovery to the page as a new version, with its evidence; an anti line needs a reason.
 * Lines that ask about the same are told, and replaced only when asked.
 */
export async function addPatternToPage(
  workspace: Workspace,
  request: AddPatternRequest,
): Promise<AddPatternResult> {
  const data = await currentData(workspace);
  const from = await currentProfile(workspace, { profile: request.profile, version: null });
  const found = await discovered(workspace, data, request);
  const pattern = findPattern(found, request.pattern);
  requireReason(request.addition, pattern.direction);
  const said = (await workspace.store.judgements()).filter((judgement) => judgement.pattern !== null);
  const fields = data.fields.filter(({ table }) => table === 'accounts');
  const context = { snapshot: found.snapshot, patterns: found.patterns, said, fields };
  const added = addPattern(from.profile, pattern, { ...request.addition, context });
  const profile = added.kind === 'added' ? added.profile : from.profile;
  const edited = { from, profile, snapshot: data.snapshot };
  return {
    ...withoutPage(added),
    profile: from.name,
    from: from.version,
    attainable: { before: attainablePoints(from.profile.fit), after: attainablePoints(profile.fit) },
    tiers: from.profile.tiers,
    saved: added.kind === 'added' ? await saveEdited(workspace, edited, request) : null,
  };
}

function withoutPage(added: AddedPattern): Added {
  if (added.kind !== 'added') return added;
  const { profile: _, ...rest } = added;
  return rest;
}

async function discovered(
  workspace: Workspace,
  data: CurrentData,
  { contrast, pattern, asOf }: AddPatternRequest,
): Promise<DiscoveryResult> {
  const kept = await newestDiscovery(workspace, data, contrast ?? defaultContrast(data));
  if (kept !== null) return kept.result;
  throw new BestfitError('pattern.missing', { pattern, asOf, patterns: [], more: 0 });
}

/** Only what speaks against a customer disqualifies, and only for a reason that a person gives. */
function requireReason(addition: PatternAddition, direction: 'for' | 'against'): void {
  if (addition.as !== 'anti') return;
  if (direction === 'for')
    throw new BestfitError('usage.bad-option', {
      option: 'as',
      value: 'anti',
      expected: 'a pattern against; one that speaks for a customer disqualifies nobody',
    });
  if (addition.because.trim() === '')
    throw new BestfitError('usage.bad-option', {
      option: 'because',
      value: '',
      expected: 'the reason: only a reason disqualifies an account',
    });
}
