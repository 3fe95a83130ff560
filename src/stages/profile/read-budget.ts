import type { Reading } from './reading.ts';
import type { Budget } from './types.ts';

const KEYS = ['min', 'max', 'currency', 'per'];

/** Reads `budget`: what an ideal customer spends; an open end is null. */
export function readBudget(reading: Reading, value: unknown): Budget | null {
  if (value === undefined || value === null) return null;
  const budget = reading.record(value, ['budget'], KEYS);
  if (budget === null) return null;
  const min = reading.openNumber(budget.min, ['budget', 'min'], { min: 0 });
  const max = reading.openNumber(budget.max, ['budget', 'max'], { min: 0 });
  const currency = reading.openText(budget.currency, ['budget', 'currency']);
  const per = reading.choice(budget.per ?? 'year', ['budget', 'per'], ['year', 'month', 'once']);
  if (min !== null && max !== null && min > max)
    return reading.problem(['budget'], `impossible range: ${min} is above ${max}`);
  return per === null ? null : { min, max, currency, per };
}
