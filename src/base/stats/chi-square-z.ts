/**
 * The z-score that is exceeded as rarely as a chi-square of so many degrees of freedom: one measure for differences
 * among any number of groups. Cube-root approximation of Wilson and Hilferty (1931), within .04 for z of -2 to 5.
 *
 * @example
 * chiSquareZ(16.919, 9); // 1.65: both are exceeded in 1 of 20 cases
 */
export function chiSquareZ(chiSquare: number, degrees: number): number {
  const spread = 2 / (9 * degrees);
  return (Math.cbrt(chiSquare / degrees) - (1 - spread)) / Math.sqrt(spread);
}
