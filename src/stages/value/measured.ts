/** One component of every customer: what was read, and where that stands. Unknown is NaN. */
export interface Measured {
  readonly raw: Float64Array;
  /** In 0..1, high is good. */
  readonly percentiles: Float64Array;
  /** How the percentiles were made, in words. */
  readonly method: string;
  readonly warnings: readonly string[];
}
