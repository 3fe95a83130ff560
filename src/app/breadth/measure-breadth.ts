import { type Breadth, patternBreadth } from '../../stages/breadth/index.ts';
import type { CandidateField, DiscoveryResult } from '../../stages/discovery/index.ts';
import type { CurrentData } from '../current-data.ts';
import type { Comparison } from '../discover/index.ts';
import type { Workspace } from '../workspace.ts';
import { pageBreadth } from './page-breadth.ts';

/** A discovery, what it compared, and the prospects that its patterns were counted among. */
export interface BreadthRequest {
  readonly result: DiscoveryResult;
  readonly prospects: number;
  readonly comparison: Comparison;
  readonly fields: readonly CandidateField[];
}

/**
 * Reach in the market against the share of best (or won) to expect, for each shown pattern and for the current page.
 * Null without prospects, and for contrasts that do not say whom to win.
 */
export async function measureBreadth(
  workspace: Workspace,
  data: CurrentData,
  { result, prospects, comparison, fields }: BreadthRequest,
): Promise<Breadth | null> {
  const { asOf, contrast, patterns } = result;
  const says = contrast === 'best-rest' || contrast === 'won-lost';
  if (!says || prospects === 0) return null;
  const shown = patterns.filter(({ verdict }) => verdict !== 'none');
  return {
    prospects,
    patterns: shown.flatMap((pattern) => patternBreadth(pattern, prospects) ?? []),
    profile: await pageBreadth(workspace, data, { asOf, units: comparison.units, fields }),
  };
}
