import type { Columns } from './weighted-values.ts';

/** The percentiles of some rows, in a given order, as columns ready for weighing. */
export function toColumns(percentiles: readonly Float64Array[], rows: readonly number[]): Columns {
  const pick = (column: Float64Array, read: (percentile: number) => number): Float64Array =>
    Float64Array.from(rows, (row) => read(column[row]!));
  return {
    rows: rows.length,
    percentiles: percentiles.map((column) => pick(column, (value) => (Number.isNaN(value) ? 0 : value))),
    known: percentiles.map((column) => pick(column, (value) => (Number.isNaN(value) ? 0 : 1))),
  };
}
