/**
 * The average in which each value counts as much as its weight. A pair with an unknown (NaN) value or weight is left
 * out; no weight at all gives NaN.
 *
 * @example
 * weightedMean([1, 4], [2, 1]); // 2
 */
export function weightedMean(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const weight = weights[i]!;
    const product = values[i]! * weight;
    if (Number.isNaN(product)) continue;
    sum += product;
    total += weight;
  }
  return sum / total;
}
