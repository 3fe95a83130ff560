import { fillTiers } from './fill-tiers.ts';
import type { ChosenTiers, RateOf, TierCuts, TotalCount } from './types.ts';

/** Which rate each tier is to promise at least, and what the tiers that are not named stay at. */
export interface ProbabilityAsk {
  /** For A, for B and for C, as far as they are named; falling, from 0 to 1. */
  readonly rates: readonly number[];
  readonly rateOf: RateOf;
  readonly current: TierCuts;
}

/**
 * Cut-offs by the rate to expect: a tier begins at the lowest total from which on every total that occurs promises at
 * least its rate.
 *
 * @param totals the highest first
 */
export function probabilityTiers(totals: readonly TotalCount[], ask: ProbabilityAsk): ChosenTiers {
  const known = totals.map(({ total }) => ({ total, rate: ask.rateOf(total)?.rate ?? null }));
  if (known.length === 0 || known.some(({ rate }) => rate === null)) return { kind: 'not-validated' };
  const rated = known as readonly { readonly total: number; readonly rate: number }[];
  const cuts: number[] = [];
  for (const [i, rate] of ask.rates.entries()) {
    const first = rated.findIndex((of) => of.rate < rate);
    const last = first === -1 ? rated.length - 1 : first - 1;
    if (last < 0) return { kind: 'out-of-reach', rate, highest: Math.max(...rated.map((of) => of.rate)) };
    const { total } = rated[last]!;
    if (total === cuts.at(-1)) return { kind: 'alike', rates: [ask.rates[i - 1]!, rate], total };
    cuts.push(total);
  }
  return { kind: 'tiers', tiers: fillTiers(cuts, ask.current) };
}
