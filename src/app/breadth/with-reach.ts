import { type Breadth, patternBreadth, profileBreadth } from '../../stages/breadth/index.ts';
import {
  type CandidateField,
  conditionOf,
  type DiscoveryResult,
  type Pattern,
} from '../../stages/discovery/index.ts';
import type { MarketCounts } from '../../stages/scorecard/index.ts';
import type { CurrentData } from '../current-data.ts';
import type { Comparison } from '../discover/index.ts';
import { capacityOf } from '../lint-current.ts';
import type { Workspace } from '../workspace.ts';
import { countMarket } from './count-market.ts';
import { type SteppedPage, steppedPage } from './stepped-page.ts';

/** A discovery, what it compared, and whether its breadth is asked for. */
export interface ReachRequest {
  readonly found: DiscoveryResult;
  readonly comparison: Comparison;
  readonly fields: readonly CandidateField[];
  readonly breadth: boolean;
}

/** A discovery whose patterns say whom they reach, and the frontier. */
export interface ReachedDiscovery {
  readonly result: DiscoveryResult;
  /** Null where it was not asked for, without prospects, and for contrasts that do not say whom to win. */
  readonly breadth: Breadth | null;
}

/**
 * Fills in which share of the prospects each pattern and question reaches, and sets it, and whom the current page
 * reaches, against the share of best to expect. Patterns without evidence are not counted.
 */
export async function withReach(
  workspace: Workspace,
  data: CurrentData,
  { found, comparison, fields, breadth }: ReachRequest,
): Promise<ReachedDiscovery> {
  const patterns = [...found.patterns.filter(({ verdict }) => verdict !== 'none'), ...found.questions];
  const frontier = breadth && (found.contrast === 'best-rest' || found.contrast === 'won-lost');
  const page = frontier ? await steppedPage(workspace, data, { comparison, fields }) : null;
  if (patterns.length === 0 && page === null) return { result: found, breadth: null };
  const counts = await countMarket(workspace, data, {
    asOf: found.asOf,
    conditions: patterns.map(conditionOf),
    page,
  });
  const result = reached(found, shares(patterns, counts));
  if (!frontier || counts.prospects === 0) return { result, breadth: null };
  const shown = result.patterns.filter(({ verdict }) => verdict !== 'none');
  return {
    result,
    breadth: {
      prospects: counts.prospects,
      patterns: shown.flatMap((pattern) => patternBreadth(pattern, counts.prospects) ?? []),
      profile: page === null || counts.listed === 0 ? null : await breadthOf(workspace, page, counts),
    },
  };
}

async function breadthOf(workspace: Workspace, page: SteppedPage, counts: MarketCounts) {
  return profileBreadth({ ...page, counts, capacity: await capacityOf(workspace) });
}

function shares(
  patterns: readonly Pattern[],
  { prospects, reached: counts }: MarketCounts,
): ReadonlyMap<string, number> {
  const known = patterns.flatMap(({ id, searchable }, i) =>
    prospects === 0 || searchable !== true ? [] : [[id, counts[i]! / prospects] as const],
  );
  return new Map(known);
}

function reached(found: DiscoveryResult, shareOf: ReadonlyMap<string, number>): DiscoveryResult {
  const withShare = (pattern: Pattern): Pattern => ({ ...pattern, reach: shareOf.get(pattern.id) ?? null });
  return {
    ...found,
    patterns: found.patterns.map(withShare),
    questions: found.questions.map(withShare),
  };
}
