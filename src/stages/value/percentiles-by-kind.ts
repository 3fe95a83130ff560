import { percentiles } from './percentiles.ts';

/** A component as read from all customers: unknown is NaN. */
export interface Readings {
  readonly values: Float64Array;
  /** Index into `kinds` of how each value was measured; -1 where it is unknown. */
  readonly kindOf: Int32Array;
  readonly kinds: readonly string[];
}

/**
 * Percentiles among values measured alike. An NPS and a CSAT cannot be compared, but the middle of one is as good as
 * the middle of the other: each value is ranked among those of its own kind.
 */
export function percentilesByKind(readings: Readings, orientation: 'high' | 'low'): Float64Array {
  const result = new Float64Array(readings.values.length).fill(Number.NaN);
  readings.kinds.forEach((_, kind) => {
    const ofKind = readings.values.map((value, i) => (readings.kindOf[i] === kind ? value : Number.NaN));
    percentiles(ofKind, orientation).forEach((percentile, i) => {
      if (readings.kindOf[i] === kind) result[i] = percentile;
    });
  });
  return result;
}
