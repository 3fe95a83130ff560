/** A log odds ratio and its standard error. */
export interface LogOddsRatio {
  readonly estimate: number;
  readonly error: number;
}

/**
 * How much better the odds are with a trait than without: ln of (a/b) / (c/d), where a and b count yes and no with the
 * trait, c and d without it. A half is added to each count, so empty cells are no obstacle (Haldane 1956; Anscombe
 * 1956; the error is Gart's, 1966).
 *
 * @example
 * logOddsRatio(8, 2, 4, 10).estimate; // 2.07: odds about 8 times as good
 */
// oxlint-disable-next-line max-params -- the four cells of a two-by-two table are one thing
export function logOddsRatio(a: number, b: number, c: number, d: number): LogOddsRatio {
  return {
    estimate: Math.log(((a + 0.5) * (d + 0.5)) / ((b + 0.5) * (c + 0.5))),
    error: Math.sqrt(1 / (a + 0.5) + 1 / (b + 0.5) + 1 / (c + 0.5) + 1 / (d + 0.5)),
  };
}
