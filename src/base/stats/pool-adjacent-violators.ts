/**
 * The nondecreasing sequence nearest to the values, by weighted least squares: wherever a value falls below its
 * predecessor the two are pooled into their weighted mean, until none does (isotonic regression; Ayer and others 1955,
 * Barlow and others 1972). The weighted sum is kept. O(n).
 *
 * @param values in the order in which they should rise, none unknown.
 * @param weights above 0, one a value.
 * @example
 * poolAdjacentViolators([1, 3, 2, 4], [1, 1, 1, 1]); // [1, 2.5, 2.5, 4]
 */
export function poolAdjacentViolators(values: ArrayLike<number>, weights: ArrayLike<number>): Float64Array {
  const means = new Float64Array(values.length);
  const masses = new Float64Array(values.length);
  const ends = new Int32Array(values.length);
  let blocks = 0;
  for (let i = 0; i < values.length; i++) {
    let mean = values[i]!;
    let mass = weights[i]!;
    while (blocks > 0 && means[blocks - 1]! >= mean) {
      blocks--;
      mean = (means[blocks]! * masses[blocks]! + mean * mass) / (masses[blocks]! + mass);
      mass += masses[blocks]!;
    }
    means[blocks] = mean;
    masses[blocks] = mass;
    ends[blocks] = i + 1;
    blocks++;
  }
  const pooled = new Float64Array(values.length);
  for (let block = 0; block < blocks; block++) {
    pooled.fill(means[block]!, block === 0 ? 0 : ends[block - 1]!, ends[block]!);
  }
  return pooled;
}
