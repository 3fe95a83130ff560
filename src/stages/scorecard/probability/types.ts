/** How accounts with one total came out. */
export interface TotalOutcome {
  /** A whole number of points. */
  readonly total: number;
  /**
   * How many accounts have it; need not be whole. With the out-of-fold totals of r repeats of a cross-validation each
   * account counts 1/r at each of its r totals, so that all of n adds up to the accounts there are. 0 for a total that
   * a card can reach and nobody has.
   */
  readonly n: number;
  /** How many of them have the outcome, counted alike. */
  readonly positives: number;
}

/** What is expected of accounts with one total. */
export interface TotalRate {
  readonly total: number;
  /** Accounts it rests on directly; 0 where only the line and the neighbours speak. */
  readonly n: number;
  /** Share with the outcome, smoothed; never falls from one total to the next. */
  readonly rate: number;
  /** 90% interval of the share; neither end falls from one total to the next. */
  readonly low: number;
  readonly high: number;
}

/** Log odds of the outcome = base + slope x total. */
export interface CalibrationLine {
  readonly base: number;
  /** 0 or more. */
  readonly slope: number;
}

/** The share with the outcome where a card was learned, and where it is used. */
export interface BaseRates {
  readonly sample: number;
  readonly universe: number;
}

/** What each total of a card is worth as a probability: plain JSON. */
export interface Calibration {
  readonly kind: 'calibration';
  /** Accounts and outcomes behind all of it. */
  readonly n: number;
  readonly positives: number;
  /** The confidence that the intervals are called by. */
  readonly level: number;
  readonly line: CalibrationLine;
  /** How many accounts' worth the line counts at each total, 2 to 200: the more, the better it describes them. */
  readonly k: number;
  /** Every whole total from the lowest to the highest, ascending. */
  readonly rates: readonly TotalRate[];
  /** The base rates it was moved between; null while it speaks of its sample. */
  readonly rebased: BaseRates | null;
  readonly seed: number;
}

/** What a calibration needs beside the outcomes. */
export interface CalibrationOptions {
  /** Of the draws behind the intervals: a safe integer. */
  readonly seed: number;
}
