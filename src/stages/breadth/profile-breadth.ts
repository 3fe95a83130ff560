import type { Truth } from '../../base/expr/index.ts';
import { wilsonInterval } from '../../base/stats/index.ts';
import { breadthFindings } from '../profile/index.ts';
import { type OutcomeCount, tierOf } from '../scorecard/index.ts';
import type { BreadthPoint, ProfileBreadth, ProfileBreadthInput, ProfileStep } from './types.ts';

const LEVEL = 0.9;

type TotalOf = (truths: readonly Truth[]) => number;

/**
 * Measures a page by the counts of how its lines come out: for each total from the highest down the accounts with at least
 * that many known points, and the share of best among the compared units at such accounts; the same for tiers A and B
 * with each window moved by one bin. Disqualified accounts are reached by nothing. The intervals are Wilson's: where the
 * page was written from the same customers, they flatter it.
 */
export function profileBreadth(input: ProfileBreadthInput): ProfileBreadth {
  const { version, steps, capacity } = input;
  const { fit, tiers } = version.profile;
  const total: TotalOf = (truths) =>
    fit.reduce((sum, { points }, i) => sum + (truths[i] === true ? points : 0), 0);
  const now = pointFrom(input, tiers.B, total);
  return {
    name: version.name,
    version: version.version,
    tiers,
    capacity,
    now,
    totals: totalsOf(input, total).map((least) => ({
      total: least,
      tier: tierOf(least, tiers),
      ...pointFrom(input, least, total),
    })),
    steps: steps.map((step, k) => ({
      ...step,
      ...pointFrom(
        input,
        tiers.B,
        moved(total, { step, at: fit.length + k, points: fit[step.line]!.points }),
      ),
    })),
    findings: breadthFindings({ market: now.reach.of, tiersAB: now.reach.n }, capacity),
  };
}

/** The total when the outcome of a step stands in for that of its line. */
function moved(
  total: TotalOf,
  { step, at, points }: { readonly step: ProfileStep; readonly at: number; readonly points: number },
): TotalOf {
  const worth = (truth: Truth | undefined) => (truth === true ? points : 0);
  return (truths) => total(truths) - worth(truths[step.line]) + worth(truths[at]);
}

function totalsOf({ prospects, compared }: ProfileBreadthInput, total: TotalOf): readonly number[] {
  const scored = [...prospects, ...compared].filter((group) => group.scored);
  return [...new Set(scored.map(({ truths }) => total(truths)))].sort((a, b) => b - a);
}

function pointFrom(
  { prospects, compared }: ProfileBreadthInput,
  least: number,
  total: TotalOf,
): BreadthPoint {
  const isReached = ({ scored, truths }: OutcomeCount) => scored && total(truths) >= least;
  const customers = compared.filter(isReached);
  const [best, of] = [sumOf(customers, 'best'), sumOf(customers, 'units')];
  return {
    reach: { n: sumOf(prospects.filter(isReached), 'accounts'), of: sumOf(prospects, 'accounts') },
    rate: {
      share: of === 0 ? 0 : best / of,
      interval: wilsonInterval(best, of, LEVEL),
      by: 'wilson',
      best,
      of,
    },
  };
}

function sumOf(groups: readonly OutcomeCount[], name: 'accounts' | 'units' | 'best'): number {
  return groups.reduce((sum, group) => sum + group[name], 0);
}
