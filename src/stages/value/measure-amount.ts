import { describeKinds } from './describe-kinds.ts';
import type { Measured } from './measured.ts';
import { percentilesByKind } from './percentiles-by-kind.ts';
import { readSources, type Source } from './read-sources.ts';
import type { Customer } from './select-customers.ts';

/** Measures a component that does not grow with time: the percentile of the amount itself. */
export function measureAmount(
  customers: readonly Customer[],
  sources: readonly Source[],
  orientation: 'high' | 'low',
): Measured {
  const readings = readSources(customers, sources);
  return {
    raw: readings.values,
    percentiles: percentilesByKind(readings, orientation),
    method: `percentile of ${describeKinds(readings, (_, label) => label)}`,
    warnings: [],
  };
}
