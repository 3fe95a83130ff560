import { moneyWords } from './money-words.ts';
import type { Speech } from './types.ts';

/** What such a customer pays; null ends are open. */
export interface Budget {
  readonly min: number | null;
  readonly max: number | null;
  readonly currency: string | null;
  readonly per: 'year' | 'month' | 'once';
}

/** A budget range: `€3,000 to €15,000 a year`; null when it is open. */
export function budgetWords({ t, language }: Speech, budget: Budget | null): string | null {
  if (budget === null) return null;
  const { min, max, currency, per } = budget;
  const sum = (amount: number | null) =>
    amount === null ? '' : moneyWords(language, { amount, currency }, { short: true });
  const key = min !== null ? (max !== null ? 'between' : 'min') : max !== null ? 'max' : 'open';
  return t(`conditions:budget.${key}`, { min: sum(min), max: sum(max), per: t(`conditions:per.${per}`) });
}
