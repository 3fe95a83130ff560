import type { Belief } from './belief.ts';

/** Records that a condition must cover, and must leave out, for the search to test it. */
const EACH_SIDE = 3;

/** What is known of a belief: its truth for each record, null unknown, and which records were looked at before. */
export interface BeliefRecords {
  readonly truths: readonly (boolean | null)[];
  readonly seen: readonly boolean[];
}

/** Counts what the records can say of a belief. */
export function countBelief({
  truths,
  seen,
}: BeliefRecords): Pick<Belief, 'seen' | 'unseen' | 'known' | 'holds'> {
  const unseen = truths.filter((_, i) => seen[i] !== true);
  const known = unseen.filter((truth) => truth !== null);
  return {
    seen: truths.length - unseen.length,
    unseen: unseen.length,
    known: known.length,
    holds: known.filter((truth) => truth).length,
  };
}

/** Whether there is enough on both sides to test a belief on. */
export function isTestable({ known, holds }: Pick<Belief, 'known' | 'holds'>): boolean {
  return holds >= EACH_SIDE && known - holds >= EACH_SIDE;
}
