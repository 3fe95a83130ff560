import { type Page, profilePage, writeProfile } from '../stages/profile/index.ts';
import { currentProfile } from './current-card.ts';
import { lastScore, lintCurrent } from './lint-current.ts';
import { optionalData } from './optional-data.ts';
import type { Workspace } from './workspace.ts';

/** Which version of which profile to show, and the day its lint is run for. */
export interface ShowRequest {
  readonly profile: string | null;
  readonly version: number | null;
  readonly asOf: string;
}

/** The page for readers, and its document for editing. */
export interface ShownProfile {
  readonly page: Page;
  /** The document itself, as `profile apply` takes it. */
  readonly yaml: string;
}

/** The page as every face shows it: the profile with its evidence, its lint and the tiers it gave last. */
export async function showProfile(workspace: Workspace, request: ShowRequest): Promise<ShownProfile> {
  const version = await currentProfile(workspace, request);
  const data = await optionalData(workspace);
  const findings = await lintCurrent(workspace, data, { version, asOf: request.asOf });
  const scored = data === null ? null : await lastScore(workspace, data, version);
  const tiers =
    scored === null
      ? null
      : { ...scored.tiers, disqualified: scored.disqualified, outsideMarket: scored.outsideMarket };
  const labelOf = (field: string) =>
    data?.field('accounts', field)?.label.toLowerCase() ?? field.replaceAll('_', ' ');
  return {
    page: profilePage(version, findings, { asOf: request.asOf, tiers, labelOf }),
    yaml: writeProfile(version.profile),
  };
}
