import type { Condition } from '../../base/expr/index.ts';
import type { Bin } from './cut-levels.ts';
import { roundToward } from './round-toward.ts';

/**
 * Builds windows over bins: open where they reach the first or last bin, else at the roundest number that splits the
 * same values.
 */
export function windowBuilder(
  bins: readonly Bin[],
  about: { readonly column: string; readonly currency: string | null },
): (levels: readonly number[]) => Condition {
  return (levels) => {
    const first = Math.min(...levels);
    const last = Math.max(...levels);
    const low = bins[first]!.low;
    const high = bins[last]!.high;
    return {
      op: 'window',
      field: about.column,
      low: first === 0 ? null : roundToward(low, bins[first - 1]!.high),
      high: last === bins.length - 1 ? null : roundToward(high, bins[last + 1]!.low),
      currency: about.currency,
    };
  };
}

/** A bin in words. */
export function binLabel({ low, high }: Bin): string {
  if (low === high) return String(low);
  if (high === Number.POSITIVE_INFINITY) return `${low} or more`;
  return low === Number.NEGATIVE_INFINITY ? `up to ${high}` : `${low}-${high}`;
}
