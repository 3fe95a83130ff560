import type { DiscoveryResult } from '../stages/discovery/index.ts';
import type { Finding, FoundEvidence, Profile, ProfileVersion } from '../stages/profile/index.ts';
import { foundEvidence, lintProfile } from '../stages/profile/index.ts';
import { canonicalRelation } from './canonical-relation.ts';
import type { CurrentData } from './current-data.ts';
import { distinctTexts } from './distinct-texts.ts';
import type { ScoreResult } from './score-accounts.ts';
import type { Workspace } from './workspace.ts';

/** Accounts that a team can work in a year unless the workspace says otherwise (design, section 5). */
export const defaultCapacity = 200;

/** The mistakes of a stored profile, seen against the current data and the last scoring with it. */
export async function lintCurrent(
  workspace: Workspace,
  data: CurrentData | null,
  request: { readonly version: ProfileVersion; readonly asOf: string },
): Promise<readonly Finding[]> {
  const { version, asOf } = request;
  const scored = data === null ? null : await lastScore(workspace, data, version);
  const names = new Set((await workspace.store.profiles()).map((profile) => profile.name));
  return lintProfile(version.profile, {
    asOf,
    fields: data === null ? null : data.fields.filter((field) => field.table === 'accounts'),
    tools: data === null ? null : await knownTools(workspace, data),
    signals: data === null ? null : await knownSignals(workspace, data),
    found: await foundHere(workspace, version.profile),
    publishedOn: version.published ? version.createdAt.slice(0, 10) : null,
    signedBy: version.signedBy.map((signature) => signature.team),
    reach:
      scored === null || scored.scored === 'customers'
        ? null
        : {
            market: scored.accounts - scored.outsideMarket,
            tiersAB: scored.tiers.A + scored.tiers.B,
          },
    capacity: await capacityOf(workspace),
    profiles: names.size,
  });
}

/** Accounts that the team can work in a year. */
export async function capacityOf({ store }: Workspace): Promise<number> {
  return Number((await store.setting('capacity')) ?? defaultCapacity);
}

/** What the discoveries kept here found on the snapshots that the page names. */
async function foundHere(
  { store }: Workspace,
  { fit, timing, evidenceOnly }: Profile,
): Promise<readonly FoundEvidence[]> {
  const snapshots = new Set(
    [...fit, ...timing, ...evidenceOnly].flatMap(({ evidence }) => evidence?.snapshot ?? []),
  );
  const runs = await Promise.all([...snapshots].map((snapshot) => store.runs('discover', { snapshot })));
  return runs.flat().flatMap(({ result, snapshot }) => {
    const { patterns, questions } = result as DiscoveryResult;
    return foundEvidence([...patterns, ...questions], snapshot);
  });
}

/** The last scoring of this version on this data, or null. */
export async function lastScore(
  workspace: Workspace,
  data: CurrentData,
  { name, version }: Pick<ProfileVersion, 'name' | 'version'>,
): Promise<ScoreResult | null> {
  const run = await workspace.store.latestRun('score', { snapshot: data.snapshot });
  const same = run?.profile?.name === name && run.profile.version === version;
  return same ? (run.result as ScoreResult) : null;
}

async function knownTools(workspace: Workspace, data: CurrentData): Promise<readonly string[]> {
  const tools = canonicalRelation(data, 'technologies', { technology: 'text', category: 'text' });
  return [
    ...(await distinctTexts(workspace, tools, { column: 'technology' })),
    ...(await distinctTexts(workspace, tools, { column: 'category' })),
    ...(await knownScopes(workspace, data)),
  ];
}

async function knownSignals(workspace: Workspace, data: CurrentData): Promise<readonly string[]> {
  const signals = canonicalRelation(data, 'signals', { kind: 'text' });
  return [
    ...(await distinctTexts(workspace, signals, { column: 'kind' })),
    ...(await knownScopes(workspace, data)),
  ];
}

function knownScopes(workspace: Workspace, data: CurrentData): Promise<readonly string[]> {
  const coverage = canonicalRelation(data, 'coverage', { scope: 'text' });
  return distinctTexts(workspace, coverage, { column: 'scope' });
}
