/**
 * The mean squared distance of forecast probabilities from what happened (Brier 1950): 0 is perfect, 0.25 is what a
 * coin says, 1 is always certain and wrong. Lower is better, and only the true probabilities are best. A pair with an
 * unknown (NaN) probability is left out; nothing known gives NaN.
 *
 * @param probabilities 0 to 1, one a record.
 * @param labels 1 (came) or 0, one a record.
 * @example
 * brierScore([0.8, 0.4], [1, 0]); // (0.04 + 0.16) / 2 = 0.1
 */
export function brierScore(probabilities: ArrayLike<number>, labels: ArrayLike<number>): number {
  let sum = 0;
  let known = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const distance = probabilities[i]! - (labels[i] === 0 ? 0 : 1);
    if (Number.isNaN(distance)) continue;
    sum += distance * distance;
    known++;
  }
  return sum / known;
}
