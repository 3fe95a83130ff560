/**
 * Ranks from 1, smallest first; equal values share the mean of the ranks they take up. NaN is unknown: it gets NaN
 * and does not count. O(n log n).
 *
 * @example
 * midranks(Float64Array.of(10, 20, 20, 5)); // 2, 3.5, 3.5, 1
 */
export function midranks(values: Float64Array): Float64Array {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const ranks = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    ranks[i] = Number.isNaN(value)
      ? Number.NaN
      : (countBelow(sorted, value, false) + countBelow(sorted, value, true) + 1) / 2;
  }
  return ranks;
}

function countBelow(sorted: Float64Array, value: number, orEqual: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = sorted[middle]!;
    if (other < value || (orEqual && other === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
