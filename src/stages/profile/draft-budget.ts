import { quantile } from '../../base/stats/index.ts';
import type { Budget, DraftInput } from './types.ts';

const LEAST_VALUES = 4;

/**
 * Ideal budget of a draft: the middle half of what the best customers pay (quartiles, R type 7, rounded outwards to
 * two significant digits); null for fewer than four known contracts.
 */
export function draftBudget(contracts: DraftInput['contracts']): Budget | null {
  if (contracts === null || contracts.values.length < LEAST_VALUES) return null;
  const min = roundTo(quantile(contracts.values, 0.25), Math.floor);
  const max = roundTo(quantile(contracts.values, 0.75), Math.ceil);
  return { min, max, currency: contracts.currency, per: contracts.per };
}

function roundTo(value: number, rounding: (value: number) => number): number {
  if (value <= 0) return 0;
  const step = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Number((rounding(Number((value / step).toPrecision(12))) * step).toPrecision(12));
}
