import type { Counted } from './top-list.ts';

/** Whether two conjunctions name the same selectors. */
export function sameRanks(a: Counted, b: Counted): boolean {
  return a.ranks.length === b.ranks.length && a.ranks.every((rank, i) => rank === b.ranks[i]);
}
