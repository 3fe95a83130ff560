import { tierOf } from '../tier-of.ts';
import type { Tier } from '../types.ts';
import { countOutcomes } from './count-outcomes.ts';
import { countTotals } from './count-totals.ts';
import type { OutcomeVectors, Outlook, PointsCard, Rate, RateOf, TierOutlook, TotalCount } from './types.ts';

/** The tiers, the best first. */
const tiers = ['A', 'B', 'C', 'D'] as const;

/** What each tier holds and promises. Outcomes to expect add up over totals, and so do the ends of their intervals. */
export function tierOutlook(vectors: OutcomeVectors, card: PointsCard, rateOf: RateOf): Outlook {
  const totals = countTotals(vectors, card);
  const { accounts, outsideMarket } = countOutcomes(vectors, card);
  const inMarket = accounts - outsideMarket;
  const outlooks = tiers.map((tier): TierOutlook => {
    const own = totals.filter(({ total }) => tierOf(total, card.tiers) === tier);
    const held = own.reduce((sum, of) => sum + of.accounts, 0);
    return {
      tier,
      accounts: held,
      share: inMarket === 0 ? null : held / inMarket,
      expected: expectedOf(own, held, rateOf),
    };
  });
  return { tiers: outlooks, outOfOrder: outOfOrder(outlooks) };
}

function expectedOf(totals: readonly TotalCount[], held: number, rateOf: RateOf): TierOutlook['expected'] {
  const rates = totals.map(({ total }) => rateOf(total));
  if (held === 0 || rates.includes(null)) return null;
  const sum = (end: keyof Rate) =>
    totals.reduce((all, { accounts }, i) => all + accounts * rates[i]![end], 0);
  const outcomes: Rate = { rate: sum('rate'), low: sum('low'), high: sum('high') };
  const each = (end: keyof Rate) => outcomes[end] / held;
  return { outcomes, rate: { rate: each('rate'), low: each('low'), high: each('high') } };
}

function outOfOrder(outlooks: readonly TierOutlook[]): Outlook['outOfOrder'] {
  const filled = outlooks.filter(({ accounts }) => accounts > 0);
  if (filled.some(({ expected }) => expected === null)) return null;
  const rates = filled.map(({ tier, expected }) => ({ tier, rate: expected!.rate.rate }));
  return rates.flatMap(({ tier, rate }, i): readonly (readonly [Tier, Tier])[] => {
    const next = rates[i + 1];
    return next === undefined || next.rate <= rate ? [] : [[tier, next.tier]];
  });
}
