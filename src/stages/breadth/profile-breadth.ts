import { wilsonInterval } from '../../base/stats/index.ts';
import { breadthFindings } from '../profile/index.ts';
import { type ReachedUnits, tierOf } from '../scorecard/index.ts';
import type { BreadthPoint, ProfileBreadth, ProfileBreadthInput } from './types.ts';

const LEVEL = 0.9;

const nobody: ReachedUnits = { accounts: 0, units: 0, best: 0 };

/**
 * Measures a page by what was counted of its market: for each total from the highest down the accounts with at least
 * that many known points, and the share of best among the compared units at such accounts; the same for tiers A and B
 * with each step taken. Disqualified accounts are reached by nothing. The intervals are Wilson's: where the page was
 * written from the same customers, they flatter it.
 */
export function profileBreadth({ version, steps, counts, capacity }: ProfileBreadthInput): ProfileBreadth {
  const { tiers } = version.profile;
  const point = (reached: ReachedUnits) => pointOf(reached, counts.inMarket);
  const atLeast = (least: number) =>
    counts.totals.filter(({ total }) => total >= least).reduce(together, nobody);
  const now = point(atLeast(tiers.B));
  return {
    name: version.name,
    version: version.version,
    tiers,
    capacity,
    now,
    totals: counts.totals.map(({ total }) => ({
      total,
      tier: tierOf(total, tiers),
      ...point(atLeast(total)),
    })),
    steps: steps.map((step, k) => ({ ...step, ...point(counts.steps[k]!) })),
    findings: breadthFindings({ market: now.reach.of, tiersAB: now.reach.n }, capacity),
  };
}

function together(one: ReachedUnits, other: ReachedUnits): ReachedUnits {
  return {
    accounts: one.accounts + other.accounts,
    units: one.units + other.units,
    best: one.best + other.best,
  };
}

function pointOf({ accounts, units, best }: ReachedUnits, market: number): BreadthPoint {
  return {
    reach: { n: accounts, of: market },
    rate: {
      share: units === 0 ? 0 : best / units,
      interval: wilsonInterval(best, units, LEVEL),
      by: 'wilson',
      best,
      of: units,
    },
  };
}
