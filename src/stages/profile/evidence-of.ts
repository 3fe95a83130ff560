import type { Pattern } from '../discovery/index.ts';
import type { Evidence } from './types.ts';

/** The evidence that a drafted line carries: the pattern's counts, with lift to two and p to four decimals. */
export function evidenceOf(pattern: Pattern, snapshot: string): Evidence {
  const { best, rest, unknown, lift, interval, pAdjusted, verdict, needMore } = pattern;
  return {
    snapshot,
    best: { n: best.n, of: best.of },
    rest: { n: rest.n, of: rest.of },
    unknown,
    lift: round(lift, 2),
    interval: [round(interval[0], 2), round(interval[1], 2)],
    pAdjusted: round(pAdjusted, 4),
    verdict,
    needMore,
  };
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
