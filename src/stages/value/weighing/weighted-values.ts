/** Percentiles of the components that count, ready for weighing very often: unknown is 0 in both columns. */
export interface Columns {
  readonly rows: number;
  readonly percentiles: readonly Float64Array[];
  /** 1 where known, else 0. */
  readonly known: readonly Float64Array[];
}

/** Room for `weightedValues` to work in, made once and used again. */
export interface Scratch {
  readonly values: Float64Array;
  readonly weights: Float64Array;
}

/**
 * The weighted mean of each customer's known percentiles, rounded to 1e-9 so that equal sums are equal whatever the
 * order they were added in; NaN where no weight is known. Writes into `scratch.values`.
 */
export function weightedValues(columns: Columns, weights: ArrayLike<number>, scratch: Scratch): Float64Array {
  const { values, weights: known } = scratch;
  values.fill(0);
  known.fill(0);
  columns.percentiles.forEach((percentiles, c) => {
    const weight = weights[c]!;
    const marks = columns.known[c]!;
    for (let i = 0; i < values.length; i++) {
      values[i]! += weight * percentiles[i]!;
      known[i]! += weight * marks[i]!;
    }
  });
  for (let i = 0; i < values.length; i++) values[i] = Math.round((values[i]! / known[i]!) * 1e9) / 1e9;
  return values;
}
