import { fillTiers } from './fill-tiers.ts';
import type { ChosenTiers, TierCuts, TotalCount } from './types.ts';

/** How many accounts a tier is to hold, and what the tiers that are not named stay at. */
export interface CapacityAsk {
  /** Accounts for A, for B and for C, as far as they are named; parts of an account are fine. */
  readonly wanted: readonly number[];
  readonly current: TierCuts;
}

/**
 * Cut-offs by how many accounts can be worked: A takes the top of the list, B what comes next. Accounts with one total
 * stay together, so each cut is the total whose count comes nearest (of two as near the smaller count), and every tier
 * that was asked for holds accounts.
 *
 * @param totals the highest first
 */
export function capacityTiers(totals: readonly TotalCount[], { wanted, current }: CapacityAsk): ChosenTiers {
  if (totals.length < wanted.length)
    return { kind: 'too-few-totals', needed: wanted.length, found: totals.length };
  const upTo = running(totals.map(({ accounts }) => accounts));
  const targets = running(wanted);
  const all = upTo.at(-1) ?? 0;
  const leavesSome = (targets.at(-1) ?? 0) < all && totals.length > wanted.length;
  const usable = totals.length - (leavesSome ? 1 : 0);
  let next = 0;
  const cuts = targets.map((target, i) => {
    const last = usable - (wanted.length - i);
    const at = nearest(upTo.slice(next, last + 1), target) + next;
    next = at + 1;
    return totals[at]!.total;
  });
  return { kind: 'tiers', tiers: fillTiers(cuts, current) };
}

function running(counts: readonly number[]): readonly number[] {
  let sum = 0;
  return counts.map((count) => {
    sum += count;
    return sum;
  });
}

/** Place of the first count that comes nearest to what was wanted. */
function nearest(counts: readonly number[], wanted: number): number {
  const away = counts.map((count) => Math.abs(count - wanted));
  return away.indexOf(Math.min(...away));
}
