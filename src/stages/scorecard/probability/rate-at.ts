/**
 * What is known of a total: the entry of the highest total not above it, below all of these that of the lowest. Null where
 * nothing is known.
 *
 * @param rates by rising total.
 * @example
 * rateAt([{ total: 0, rate: 0.1 }, { total: 3, rate: 0.4 }], 2)?.rate; // 0.1
 */
export function rateAt<T extends { readonly total: number }>(rates: readonly T[], total: number): T | null {
  return rates.findLast((of) => of.total <= total) ?? rates[0] ?? null;
}
