import { moneyInWords } from './money-in-words.ts';
import type { Budget } from './types.ts';

const PER = { year: 'a year', month: 'a month', once: 'once' } as const;

/**
 * A budget range in words; null when it is open.
 *
 * @example
 * budgetInWords({ min: 3000, max: 15000, currency: 'EUR', per: 'year' }); // 'EUR 3,000 to 15,000 a year'
 */
export function budgetInWords(budget: Budget | null): string | null {
  if (budget === null) return null;
  const { min, max, currency, per } = budget;
  const unit = currency === null ? '' : `${currency} `;
  if (min !== null && max !== null) return `${unit}${moneyInWords(min)} to ${moneyInWords(max)} ${PER[per]}`;
  if (min !== null) return `${unit}${moneyInWords(min)} or more ${PER[per]}`;
  return max === null
    ? `open, in ${currency ?? 'no currency'}, ${PER[per]}`
    : `up to ${unit}${moneyInWords(max)} ${PER[per]}`;
}
