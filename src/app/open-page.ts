import { describeCondition } from '../base/expr/index.ts';
import type { Message } from '../base/messages/index.ts';
import { conditionOf, type DiscoveryResult } from '../stages/discovery/index.ts';
import {
  attainablePoints,
  type Finding,
  type Profile,
  type ProfileVersion,
  readQuestion,
  writeProfile,
} from '../stages/profile/index.ts';
import { currentProfile } from './current-card.ts';
import type { CurrentData } from './current-data.ts';
import { lastScore, lintCurrent } from './lint-current.ts';
import { optionalData } from './optional-data.ts';
import type { Workspace } from './workspace.ts';

/** Which version of which page (null: the newest of the one worked with), and the day its lint is run for. */
export interface OpenPageRequest {
  readonly profile: string | null;
  readonly version: number | null;
  readonly asOf: string;
}

/** How many accounts the page gave each tier when it was scored last. */
export interface PageCounts {
  readonly scored: 'prospects' | 'customers';
  readonly accounts: number;
  readonly tiers: { readonly A: number; readonly B: number; readonly C: number; readonly D: number };
  readonly disqualified: number;
  readonly outsideMarket: number;
}

/** One question of the page: as it is stored, and as a code where the product drafted it. */
export interface PageQuestion {
  readonly text: string;
  readonly said: Message | null;
}

/** A version of the page to read and to edit, with all that stands beside it. */
export interface OpenedPage extends Omit<ProfileVersion, 'signedBy'> {
  readonly kind: 'profile';
  readonly asOf: string;
  readonly signedBy: ProfileVersion['signedBy'];
  /** The newest version of this name: an edit starts from it. */
  readonly newest: number;
  /** Names of all pages in the workspace. */
  readonly names: readonly string[];
  readonly attainable: number;
  readonly questions: readonly PageQuestion[];
  readonly findings: readonly Finding[];
  /** Null until this version was scored on the current data. */
  readonly counts: PageCounts | null;
  /** What fields are called, by column name. */
  readonly labels: Readonly<Record<string, string>>;
  /** The document as `profile apply` takes it. */
  readonly yaml: string;
}

/** Opens a version of the page for reading and editing. */
export async function openPage(workspace: Workspace, request: OpenPageRequest): Promise<OpenedPage> {
  const { profile: name, asOf } = request;
  const shown = await currentProfile(workspace, { profile: name, version: null });
  const version =
    (await workspace.store.profile(shown.name, request.version ?? 'newest')) ??
    (await currentProfile(workspace, request));
  const data = await optionalData(workspace);
  const all = await workspace.store.profiles();
  const found =
    data === null ? null : await workspace.store.latestRun('discover', { snapshot: data.snapshot });
  const { profile } = version;
  return {
    kind: 'profile',
    asOf,
    ...version,
    newest: Math.max(...all.filter((other) => other.name === version.name).map((other) => other.version)),
    names: [...new Set(all.map((other) => other.name))],
    attainable: attainablePoints(profile.fit),
    questions: questionsOf(profile, data, (found?.result ?? null) as DiscoveryResult | null),
    findings: await lintCurrent(workspace, data, { version, asOf }),
    counts: await countsOf(workspace, data, version),
    labels: labelsOf(data),
    yaml: writeProfile(profile),
  };
}

/** The questions of a page; the traits that they name are known from the discovery they came from. */
function questionsOf(
  { questions }: Profile,
  data: CurrentData | null,
  found: DiscoveryResult | null,
): readonly PageQuestion[] {
  const labels = labelsOf(data);
  const labelOf = (field: string) =>
    data?.field('accounts', field)?.label ?? labels[field] ?? field.replaceAll('_', ' ');
  const patterns = [...(found?.patterns ?? []), ...(found?.questions ?? [])];
  const known = new Map(
    patterns.flatMap((pattern) => {
      const condition = conditionOf(pattern);
      return [
        [pattern.label, condition],
        [describeCondition(condition, labelOf), condition],
      ] as const;
    }),
  );
  return questions.map((text) => ({ text, said: readQuestion(text, (words) => known.get(words) ?? null) }));
}

async function countsOf(
  workspace: Workspace,
  data: CurrentData | null,
  version: ProfileVersion,
): Promise<PageCounts | null> {
  const score = data === null ? null : await lastScore(workspace, data, version);
  if (score === null) return null;
  const { scored, accounts, tiers, disqualified, outsideMarket } = score;
  return { scored, accounts, tiers, disqualified, outsideMarket };
}

function labelsOf(data: CurrentData | null): Readonly<Record<string, string>> {
  const fields = data?.fields.filter(({ table }) => table === 'accounts') ?? [];
  return Object.fromEntries(fields.map(({ name, label }) => [name, label.toLowerCase()]));
}
