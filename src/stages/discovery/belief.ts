import type { Condition } from '../../base/expr/index.ts';

/** A trait that somebody said they believe in, and what the records of a comparison can say of it. */
export interface Belief {
  readonly condition: Condition;
  readonly label: string;
  readonly saidOn: string;
  /** Records that a discovery had looked at before it was said: they do not test it. */
  readonly seen: number;
  /** All others; those of them of whom it is known; those who have it. */
  readonly unseen: number;
  readonly known: number;
  readonly holds: number;
  /** Id of the pattern that tests it; null while the records cannot. */
  readonly pattern: string | null;
}
