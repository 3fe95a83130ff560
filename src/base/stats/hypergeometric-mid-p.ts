import { createMidPTable, type MarkedPopulation } from './create-mid-p-table.ts';

/**
 * How surprising it is to find k or more marked records among those drawn, if drawing had nothing to do with the mark:
 * P(X > k) + P(X = k)/2 for a hypergeometric X. Counting the observed value half (Lancaster 1961) takes away most of
 * the conservatism of Fisher's exact test. For many look-ups in one population use `createMidPTable`.
 *
 * @example
 * hypergeometricMidP(5, { population: 20, successes: 8, draws: 6 }); // 0.00939
 */
export function hypergeometricMidP(k: number, drawn: MarkedPopulation & { readonly draws: number }): number {
  return createMidPTable(drawn).midP(k, drawn.draws);
}
