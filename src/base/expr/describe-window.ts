import type { Condition } from './types.ts';

/** A window in words: `employees 20-120`, `revenue 1,000,000 EUR or more`, `practitioners up to 1`. */
export function describeWindow(window: Extract<Condition, { op: 'window' }>, label: string): string {
  const { low, high, currency } = window;
  const money = currency === null ? '' : ` ${currency}`;
  if (low === null) return high === null ? `${label} known` : `${label} up to ${number(high)}${money}`;
  if (high === null) return `${label} ${number(low)}${money} or more`;
  if (low === high) return `${label} ${number(low)}${money}`;
  const range = low < 0 ? `${number(low)} to ${number(high)}` : `${number(low)}-${number(high)}`;
  return `${label} ${range}${money}`;
}

/** Digits are grouped from 10,000 on, so that years stay as people write them. */
function number(value: number): string {
  return Math.abs(value) < 10_000
    ? String(value)
    : value.toLocaleString('en-US', { maximumFractionDigits: 6 });
}
