import type { WeighedComponent } from './weigh-components.ts';
import type { Columns } from './weighted-values.ts';

/** The percentiles of some rows, in a given order, as columns ready for weighing. */
export function toColumns(counted: readonly WeighedComponent[], rows: readonly number[]): Columns {
  const pick = (percentiles: Float64Array, read: (percentile: number) => number): Float64Array =>
    Float64Array.from(rows, (row) => read(percentiles[row]!));
  const all = counted.map(({ measured }) => measured.percentiles);
  return {
    rows: rows.length,
    percentiles: all.map((column) =>
      pick(column, (percentile) => (Number.isNaN(percentile) ? 0 : percentile)),
    ),
    known: all.map((column) => pick(column, (percentile) => (Number.isNaN(percentile) ? 0 : 1))),
  };
}
