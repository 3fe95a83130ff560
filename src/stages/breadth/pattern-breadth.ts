import type { Pattern } from '../discovery/index.ts';
import type { PatternBreadth } from './types.ts';

/**
 * How many prospects a pattern reaches, and the share of best to expect among those it holds for: its lift times the share
 * of all, with the interval of the lift, both corrected for the search (statistics.md, section 4). Null without reach.
 *
 * @example
 * patternBreadth({ ...pattern, reach: 0.2, lift: 1.5 }, 1000); // reaches 200
 */
export function patternBreadth(pattern: Pattern, prospects: number): PatternBreadth | null {
  const { id, label, direction, best, rest, lift, interval, reach } = pattern;
  const known = best.of + rest.of;
  if (reach === null || known === 0) return null;
  const all = best.of / known;
  const share = (times: number) => Math.min(1, times * all);
  return {
    id,
    label,
    direction,
    reach: { n: Math.round(reach * prospects), of: prospects },
    rate: {
      share: share(lift),
      interval: [share(interval[0]), share(interval[1])],
      by: 'search-corrected',
      best: best.n,
      of: best.n + rest.n,
    },
  };
}
