/** One component over all customers, ready to be weighed. */
export interface ComponentColumn {
  /** Oriented percentiles in 0..1, high is good; NaN is unknown. */
  readonly percentiles: Float64Array;
  readonly weight: number;
  /** A person gave the weight: the component then counts however rarely it is known. */
  readonly given: boolean;
  /** Place of the component that says the same where it is known; null when there is none. */
  readonly standsFor: number | null;
}

/** Why a component does not count. */
export type LeftOut =
  | 'weight-zero'
  | 'only-when-asked'
  | 'unknown'
  | 'rarely-known'
  | 'constant'
  | 'said-by-another';

/** For how many a component is known, how much its percentiles differ, and why it does not count (null: it does). */
export interface ComponentStanding {
  readonly known: number;
  /** Standard deviation of its percentiles. */
  readonly spread: number;
  readonly leftOut: LeftOut | null;
}

/** The value of every customer, before any line is drawn. */
export interface ValuedCustomers {
  /** NaN where too little is known to rank. */
  readonly values: Float64Array;
  /** Known weight over all weight. */
  readonly coverage: Float64Array;
  /** Indices of the ranked customers, best first; equal values in the order given. */
  readonly ranked: readonly number[];
  /** Indices of the others. */
  readonly unranked: readonly number[];
}

/** Where the best end: those at the cut or above it. */
export interface Line {
  readonly cut: number;
  readonly n: number;
  readonly of: number;
}

/** Why no line is drawn under the best, though there is something to rank by. */
export type LineShortfall =
  | {
      readonly kind: 'too-few-customers';
      readonly needed: number;
      readonly found: number;
      readonly why: string;
    }
  | { readonly kind: 'no-line'; readonly reason: string; readonly ranked: number };

/** All customers weighed, and the line under the top third. */
export interface WeighedCustomers {
  readonly kind: 'weighed';
  readonly standings: readonly ComponentStanding[];
  readonly valued: ValuedCustomers;
  /** Place by value of each ranked customer, in their order: 1 is the best, ties share the smaller place. */
  readonly ranks: readonly number[];
  readonly line: Line;
}

/** How the top third changes when something moves; customers by their row, best first. */
export interface ThirdChange {
  readonly enter: readonly number[];
  readonly leave: readonly number[];
  readonly stay: number;
  /** Share of the top third before that stays; 1 is no change. */
  readonly overlap: number;
}
