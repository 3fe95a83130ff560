import { type ProfileBreadth, profileBreadth } from '../stages/breadth/index.ts';
import { allAccounts } from './account-columns.ts';
import { countMarket } from './breadth/index.ts';
import { currentProfile } from './current-card.ts';
import { defaultContrast, readComparison } from './discover/index.ts';
import { hasProspects } from './has-prospects.ts';
import { capacityOf } from './lint-current.ts';
import { optionalData } from './optional-data.ts';
import type { Workspace } from './workspace.ts';

/** Which version of which page to measure, and on which day. */
export interface BreadthRequest {
  readonly profile: string | null;
  readonly version: number | null;
  readonly asOf: string;
}

/** Whom a page reaches, in all and at each total, against the share of best to expect there; null where nothing tells. */
export interface MeasuredBreadth {
  readonly kind: 'breadth';
  readonly breadth: Pick<ProfileBreadth, 'version' | 'capacity' | 'now' | 'totals'> | null;
}

/** Measures reach against the best rate without looking for patterns: one pass over the market. */
export async function measureBreadth(
  workspace: Workspace,
  { profile, version: wanted, asOf }: BreadthRequest,
): Promise<MeasuredBreadth> {
  const nothing = { kind: 'breadth', breadth: null } as const;
  const version = await currentProfile(workspace, { profile, version: wanted });
  const data = await optionalData(workspace);
  if (data?.tables.accounts === undefined) return nothing;
  if (!(await hasProspects(workspace, data, allAccounts(data)))) return nothing;
  const request = { contrast: defaultContrast(data), asOf, last: null, seed: null, since: null, until: null };
  const comparison = await readComparison(workspace, data, request);
  if (comparison.kind !== 'comparison') return nothing;
  const page = { version, steps: [], units: comparison.units };
  const counts = await countMarket(workspace, data, { asOf, conditions: [], page });
  const { capacity, now, totals } = profileBreadth({
    ...page,
    counts,
    capacity: await capacityOf(workspace),
  });
  return { kind: 'breadth', breadth: { version: version.version, capacity, now, totals } };
}
