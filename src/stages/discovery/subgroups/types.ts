/** A condition as the rows it holds for. Bit r % 32 of word r >> 5 stands for row r; words beyond the rows are empty. */
export interface Selector {
  /** What the condition is about; two conditions of one field may be kept out of one conjunction. */
  readonly field: string;
  readonly rows: Int32Array;
  /** Rows for which it is known whether the condition holds; null when for all. */
  readonly known: Int32Array | null;
}

/** What the rows of a subgroup should have more of: a label of 0 and 1, or a number (NaN leaves the row out). */
export type SubgroupTarget =
  | { readonly kind: 'label'; readonly label: Uint8Array }
  | { readonly kind: 'value'; readonly values: Float64Array };

/** One search for the best conjunctions of selectors. */
export interface SubgroupTask {
  readonly target: SubgroupTarget;
  readonly selectors: readonly Selector[];
  /** Most conditions of one conjunction. */
  readonly depth: 1 | 2 | 3 | 4;
  /** How many conjunctions come back. */
  readonly keep: number;
  /**
   * The power a of the quality (cover / rows)^a x (mean inside - mean of the rows known to it), above 0 and at most 1:
   * 1 is weighted relative accuracy, 0.5 its square-root form, 0.1 a lift tempered by size.
   */
  readonly sizePower: number;
  /** Fewest rows of a conjunction, 1 or more. */
  readonly leastCover: number;
  /** Whether two conditions may name one field, as the two ends of a window do. */
  readonly sameField: boolean;
  /** Whether descriptions of the same rows are folded into the one that ranks first. */
  readonly folded: boolean;
  /** Conjunctions that may be visited before a beam takes over. */
  readonly budget: number;
}

/** One conjunction and what it covers. */
export interface Subgroup {
  /** Indices of its selectors, ascending. */
  readonly selectors: readonly number[];
  readonly cover: number;
  /** Covered rows with label 1; null when the target is a value. */
  readonly positives: number | null;
  /** Mean of the target inside: the share of positives of a label. */
  readonly mean: number;
  /** Mean of the target over all rows known to be inside or outside. */
  readonly reference: number;
  /** Rows of which it is not known whether they are inside. */
  readonly unknown: number;
  readonly quality: number;
}

/** The best conjunctions, and how far the answer can be trusted to be the best. */
export interface SubgroupResult {
  readonly kind: 'subgroups';
  /** `exact`: no conjunction is better than these. `beam`: the budget ended before that was certain. */
  readonly method: 'exact' | 'beam';
  /** Rows with a known target. */
  readonly rows: number;
  /** Quality above 0 only; the best first, then fewer conditions, then the first selectors. */
  readonly top: readonly Subgroup[];
  /** Conjunctions whose rows were counted. */
  readonly visited: number;
  /** Quality that no conjunction left out can pass; null when the search was exact. */
  readonly atMost: number | null;
}
