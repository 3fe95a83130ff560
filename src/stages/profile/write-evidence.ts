import type { Evidence } from './types.ts';

/** The compact form in which a line carries its evidence: `{ best: 7 of 8, rest: 4 of 17, lift: 2.1, ... }`. */
export function writeEvidence(evidence: Evidence): object {
  return {
    best: `${evidence.best.n} of ${evidence.best.of}`,
    rest: `${evidence.rest.n} of ${evidence.rest.of}`,
    unknown: evidence.unknown,
    lift: evidence.lift,
    interval: evidence.interval,
    p: evidence.pAdjusted,
    verdict: evidence.verdict,
    need_more: evidence.needMore ?? undefined,
    snapshot: evidence.snapshot,
  };
}
