import { basename } from 'node:path';
import type { Run } from '../edges/store/index.ts';
import type { TableName } from '../stages/dataset/index.ts';
import type { DiscoveryResult, DiscoveryShortfall } from '../stages/discovery/index.ts';
import type { Profile, ProfileVersion } from '../stages/profile/index.ts';
import type { ScoreResult } from './score-accounts.ts';
import type { Workspace } from './workspace.ts';

/** Where it is, the day on which questions are asked, and in whose name. */
export interface DescribeRequest {
  readonly path: string;
  readonly asOf: string;
  readonly by: string;
}

/** What a workspace holds, told from its catalog alone: cheap enough to be asked at every step. */
export interface WorkspaceFacts {
  readonly kind: 'workspace';
  readonly name: string;
  readonly asOf: string;
  readonly by: string;
  /** The data in force; null before the first import. */
  readonly snapshot: string | null;
  readonly rows: { readonly accounts: number; readonly customers: number; readonly deals: number };
  /** How many files and systems the data came from. */
  readonly sources: number;
  /** Verdicts of the newest discovery on these data; null before one. */
  readonly patterns: { readonly supported: number; readonly suggestive: number } | null;
  /** The page to work with: the one published last, else the newest; null when there is none. */
  readonly profile: {
    readonly name: string;
    readonly version: number;
    readonly published: boolean;
    readonly status: Profile['status'];
    /** The teams that signed it. */
    readonly signed: readonly string[];
  } | null;
  /** The newest scoring on these data by that version of the page; null before one. */
  readonly scored: Pick<ScoreResult, 'scored' | 'accounts' | 'tiers' | 'callToday'> | null;
}

/** Tells what there is, so that a face knows what to offer next. */
export async function describeWorkspace(
  { store }: Workspace,
  { path, asOf, by }: DescribeRequest,
): Promise<WorkspaceFacts> {
  const head = await store.head();
  const rowsOf = (table: TableName) => head?.snapshot.tables[table]?.rows ?? 0;
  const snapshot = head?.snapshot.id ?? null;
  const page = pageOf(await store.profiles());
  return {
    kind: 'workspace',
    name: basename(path),
    asOf,
    by,
    snapshot,
    rows: { accounts: rowsOf('accounts'), customers: rowsOf('customers'), deals: rowsOf('deals') },
    sources: head?.sources.length ?? 0,
    patterns: snapshot === null ? null : verdictsOf(await store.latestRun('discover', { snapshot })),
    profile:
      page === null
        ? null
        : {
            name: page.name,
            version: page.version,
            published: page.published,
            status: page.profile.status,
            signed: page.signedBy.map(({ team }) => team),
          },
    scored:
      snapshot === null || page === null
        ? null
        : scoredBy(page, await store.latestRun('score', { snapshot })),
  };
}

function pageOf(versions: readonly ProfileVersion[]): ProfileVersion | null {
  const [first = null] = versions.toSorted(
    (one, two) => Number(two.published) - Number(one.published) || two.createdAt.localeCompare(one.createdAt),
  );
  return first;
}

function verdictsOf(run: Run | null): WorkspaceFacts['patterns'] {
  const result = run?.result as DiscoveryResult | DiscoveryShortfall | undefined;
  if (result?.kind !== 'discovery') return null;
  const count = (verdict: string) => result.patterns.filter((pattern) => pattern.verdict === verdict).length;
  return { supported: count('supported'), suggestive: count('suggestive') };
}

function scoredBy({ name, version }: ProfileVersion, run: Run | null): WorkspaceFacts['scored'] {
  if (run === null || run.profile?.name !== name || run.profile.version !== version) return null;
  const { scored, accounts, tiers, callToday } = run.result as ScoreResult;
  return { scored, accounts, tiers, callToday };
}
