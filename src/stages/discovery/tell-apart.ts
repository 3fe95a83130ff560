/** How a pattern stands beside another one. */
export type Relation = 'explained' | 'each-adds' | 'not-told-apart';

/** z-scores of a pair; the patterns are called A and B. */
export interface PairStrength {
  /** Records (accounts, where they are clustered) that are free. */
  readonly free: number;
  /** z of A over all records. */
  readonly alone: number;
  /** z of A within the strata of B, and of B within those of A. */
  readonly given: number;
  readonly otherGiven: number;
}

/** z from which a pattern adds to another (one-sided 5%). */
export const ADDS = 1.645;
const FEWEST = 100;
const GONE = 1;
const STANDS = 2.33;

/**
 * Whether A is explained by B, each adds to the other, or the data cannot tell them apart (statistics.md, section 5).
 * Under 100 free records nothing is called explained: the two z-scores are too uncertain to say so.
 */
export function tellApart({ free, alone, given, otherGiven }: PairStrength): Relation {
  if (free >= FEWEST && given < GONE && otherGiven >= STANDS && given <= alone / 2) return 'explained';
  return given >= ADDS && otherGiven >= ADDS ? 'each-adds' : 'not-told-apart';
}
