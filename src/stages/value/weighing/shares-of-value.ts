import type { ComponentColumn } from './types.ts';

/**
 * What each component adds to the value of one customer: weight times percentile over the weight known, so that the
 * parts add up to the value; null where the component is unknown or left out.
 */
export function sharesOfValue(
  components: readonly Pick<ComponentColumn, 'percentiles' | 'weight'>[],
  counts: readonly boolean[],
  row: number,
): readonly (number | null)[] {
  const isKnown = (c: number): boolean =>
    counts[c] === true && !Number.isNaN(components[c]!.percentiles[row]!);
  const known = components.reduce((sum, { weight }, c) => sum + (isKnown(c) ? weight : 0), 0);
  return components.map(({ weight, percentiles }, c) =>
    isKnown(c) && known > 0 ? (weight * percentiles[row]!) / known : null,
  );
}
