/** One condition that a card may give points for: what each record answers. */
export interface Answers {
  /** 1 yes, 0 no, NaN unknown; a number where the condition is graded. An unknown adds 0, as a no does. */
  readonly values: ArrayLike<number>;
}

/** The records that are not 0 in one column, ascending. */
export interface Column {
  readonly rows: Int32Array;
  readonly values: Float64Array;
  /** Place of each value among the levels. */
  readonly codes: Int32Array;
  /** The different values, ascending. */
  readonly levels: Float64Array;
}

/** Records that answer every condition alike, as one with a weight. */
export interface FoldedRecords {
  readonly size: number;
  readonly columns: readonly Column[];
  /** How many records each stands for. */
  readonly weights: Float64Array;
  /** ... and how many of them have the outcome. */
  readonly positives: Float64Array;
}

/** What a card may give one condition: whole points from low to high. Both 0 forbids it, low = high locks its points. */
export interface PointLimits {
  readonly low: number;
  readonly high: number;
  /** Whether the card must give it points. */
  readonly required: boolean;
}

/** What is believed before the data speak. */
export interface PointsPrior {
  readonly rubric: readonly number[];
  /** Nats that a point away from the rubric costs; Infinity keeps the points of the rubric and fits the line alone. */
  readonly price: number;
}

/** What one point is worth in log odds, before the data speak: normal. */
export interface SlopePrior {
  readonly mean: number;
  readonly deviation: number;
}

/** One search for the best cards. */
export interface LearningTask {
  readonly records: FoldedRecords;
  /** One for each column. */
  readonly limits: readonly PointLimits[];
  /** What each column is about, where a card may use one condition of a field only; null where it may use several. */
  readonly fields: readonly string[] | null;
  /**
   * Layer of each column, where a card must hold a condition of each layer that has something to add to it; null where
   * it need not. Layers are demanded one at a time: the one whose best condition, on top of the best card so far, would
   * lower the loss most, until none would or no place is left. The best card is that of all that hold the demanded.
   */
  readonly layers: readonly string[] | null;
  /** Most conditions with points. */
  readonly most: number;
  /** Most log odds that one point may be worth: keeps probabilities short of certain where the outcome separates. */
  readonly mostSlope: number;
  readonly pointsPrior: PointsPrior | null;
  readonly slopePrior: SlopePrior | null;
  /** How many cards come back at most, each with other conditions. */
  readonly keep: number;
}

/** Log odds of the outcome = base + slope x the sum of points. */
export interface Line {
  readonly base: number;
  readonly slope: number;
}

/** A card and what it costs on the records it was learned from, in nats. */
export interface LearnedCard extends Line {
  /** One for each column; 0 where the condition is not on the card. */
  readonly points: readonly number[];
  /** Negative log likelihood alone. */
  readonly misfit: number;
  /** ... and the prices of the priors: what was minimised. */
  readonly loss: number;
}

/** What the search answers: cards, the best first, or why there are none. */
export type Learning =
  | { readonly kind: 'cards'; readonly cards: readonly LearnedCard[] }
  | { readonly kind: 'one-outcome'; readonly records: number; readonly positives: number };
