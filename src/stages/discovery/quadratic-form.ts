/** A vector against its covariance: x' V^-1 x, and the number of directions in which it can vary. */
export interface QuadraticForm {
  readonly value: number;
  readonly rank: number;
}

const NOTHING = 1e-9;

/** x' V^-1 x by elimination, over the directions in which V is not 0. */
export function quadraticForm(vector: Float64Array, covariance: readonly Float64Array[]): QuadraticForm {
  const rows = covariance.map((row) => row.slice());
  const rest = vector.slice();
  const scale = Math.max(...rows.map((row, g) => row[g]!), 0);
  let value = 0;
  let rank = 0;
  for (let pivot = 0; pivot < rows.length; pivot++) {
    const own = rows[pivot]![pivot]!;
    if (own <= NOTHING * scale || own <= 0) continue;
    value += rest[pivot]! ** 2 / own;
    rank++;
    for (let below = pivot + 1; below < rows.length; below++) {
      const factor = rows[below]![pivot]! / own;
      rest[below]! -= factor * rest[pivot]!;
      for (let at = pivot; at < rows.length; at++) rows[below]![at]! -= factor * rows[pivot]![at]!;
    }
  }
  return { value, rank };
}
