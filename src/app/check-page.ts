import { subquery } from '../base/sql/index.ts';
import {
  attainablePoints,
  type Finding,
  type Profile,
  type ProfileVersion,
  readProfile,
  writeProfile,
} from '../stages/profile/index.ts';
import { tallyQuery } from '../stages/scorecard/index.ts';
import { type StandingCounts, standingCounts } from './count-tiers.ts';
import { conditionSources, currentProfile, resolvedCard } from './current-card.ts';
import type { CurrentData } from './current-data.ts';
import { heldOutFigures } from './held-out-figures.ts';
import { lintCurrent } from './lint-current.ts';
import { optionalData } from './optional-data.ts';
import { populationOf } from './population.ts';
import type { Workspace } from './workspace.ts';

/** An edited page that is not saved, and the version it was made from (null: from none). */
export interface CheckPageRequest {
  readonly profile: Profile;
  readonly base: { readonly name: string; readonly version: number } | null;
  readonly asOf: string;
}

/** What an edited page says and does, nothing of it saved. */
export interface CheckedPage {
  readonly kind: 'checked';
  readonly attainable: number;
  readonly findings: readonly Finding[];
  /** Accounts where they stand, by the version it was made from and by the edited page; null without accounts. */
  readonly counts: {
    readonly scored: 'prospects' | 'customers';
    readonly before: StandingCounts | null;
    readonly after: StandingCounts;
  } | null;
  /** How the points rank customers that the card had not seen; null where the card was not validated on these data. */
  readonly heldOut: Awaited<ReturnType<typeof heldOutFigures>>;
  readonly yaml: string;
}

/**
 * Checks an edited page as it stands: its mistakes, whom it puts into which tier, what its points do held out.
 *
 * @throws BestfitError `profile.invalid` when it is no page that could be saved
 */
export async function checkPage(workspace: Workspace, request: CheckPageRequest): Promise<CheckedPage> {
  const yaml = writeProfile(request.profile);
  const profile = readProfile(yaml);
  const data = await optionalData(workspace);
  const base = request.base === null ? null : await baseOf(workspace, request.base);
  const version = draftOf(profile, base);
  return {
    kind: 'checked',
    attainable: attainablePoints(profile.fit),
    findings: await lintCurrent(workspace, data, { version, asOf: request.asOf }),
    counts: data === null ? null : await countsOf(workspace, data, { base, version, asOf: request.asOf }),
    heldOut:
      data === null || base === null
        ? null
        : await heldOutFigures(workspace, {
            snapshot: data.snapshot,
            before: base.profile.fit,
            after: profile.fit,
          }),
    yaml,
  };
}

function baseOf(
  workspace: Workspace,
  { name, version }: NonNullable<CheckPageRequest['base']>,
): Promise<ProfileVersion> {
  return currentProfile(workspace, { profile: name, version });
}

/** The edited page as a version that nobody published or signed. */
function draftOf(profile: Profile, base: ProfileVersion | null): ProfileVersion {
  return {
    name: profile.name,
    version: 0,
    profile,
    createdAt: '',
    createdBy: '',
    why: null,
    published: false,
    signedBy: base?.signedBy ?? [],
    snapshot: null,
  };
}

async function countsOf(
  workspace: Workspace,
  data: CurrentData,
  {
    base,
    version,
    asOf,
  }: { readonly base: ProfileVersion | null; readonly version: ProfileVersion; readonly asOf: string },
): Promise<CheckedPage['counts']> {
  if (data.tables.accounts === undefined) return null;
  const { kind, accounts } = await populationOf(workspace, data, { asOf, include: [] });
  const tally = async (of: ProfileVersion) => {
    const { card } = await resolvedCard(workspace, data, { version: of, asOf });
    const sources = conditionSources(data, subquery(accounts, 'a'));
    const [row] = await workspace.engine.rows(tallyQuery(card, sources));
    return standingCounts(row);
  };
  return { scored: kind, before: base === null ? null : await tally(base), after: await tally(version) };
}
