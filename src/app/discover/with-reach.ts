import { conditionOf, type DiscoveryResult, type Pattern } from '../../stages/discovery/index.ts';
import type { CurrentData } from '../current-data.ts';
import type { Workspace } from '../workspace.ts';
import { countReach } from './count-reach.ts';

/** A discovery whose patterns say whom they reach, and among how many prospects. */
export interface ReachedDiscovery {
  readonly result: DiscoveryResult;
  /** Zero when there are none, or nothing was asked. */
  readonly prospects: number;
}

/** Fills in which share of the prospects each pattern reaches. */
export async function withReach(
  workspace: Workspace,
  data: CurrentData,
  result: DiscoveryResult,
): Promise<ReachedDiscovery> {
  const patterns = [...result.patterns, ...result.questions];
  if (patterns.length === 0) return { result, prospects: 0 };
  const conditions = patterns.map(conditionOf);
  const { of, reached } = await countReach(workspace, data, { conditions, asOf: result.asOf });
  const withShare = (pattern: Pattern): Pattern => ({
    ...pattern,
    reach: of === 0 || pattern.searchable !== true ? null : reached[patterns.indexOf(pattern)]! / of,
  });
  return {
    result: {
      ...result,
      patterns: result.patterns.map(withShare),
      questions: result.questions.map(withShare),
    },
    prospects: of,
  };
}
