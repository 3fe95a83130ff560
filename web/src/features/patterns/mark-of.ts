import type { Pattern } from '../../api/generated/types.gen.ts';

/** A pattern on one axis from 0 to 1: the share of each group that has the trait. */
export interface Mark {
  readonly best: number;
  readonly rest: number;
  /**
   * The 90% interval of the lift as shares among the best: lift times the share of all, so that it is corrected for the
   * search as the lift is.
   */
  readonly low: number;
  readonly high: number;
}

/** Where a pattern stands on the axis. */
export function markOf({ best, rest, interval }: Pick<Pattern, 'best' | 'rest' | 'interval'>): Mark {
  const all = (best.n + rest.n) / Math.max(1, best.of + rest.of);
  const within = (share: number) => Math.min(1, Math.max(0, share));
  return {
    best: best.n / Math.max(1, best.of),
    rest: rest.n / Math.max(1, rest.of),
    low: within(interval[0] * all),
    high: within(interval[1] * all),
  };
}
