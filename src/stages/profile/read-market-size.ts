import type { Reading } from './reading.ts';
import type { MarketSize } from './types.ts';

const KEYS = ['accounts', 'times', 'value', 'interval', 'currency', 'source'];

/** Reads `market_size`: accounts in the market times what one of them is worth. */
export function readMarketSize(reading: Reading, value: unknown): MarketSize | null {
  if (value === undefined || value === null) return null;
  const size = reading.record(value, ['market_size'], KEYS);
  if (size === null) return null;
  const accounts = reading.number(size.accounts, ['market_size', 'accounts'], { min: 0, integer: true });
  const times = reading.number(size.times, ['market_size', 'times'], { min: 0 });
  const total = reading.number(size.value, ['market_size', 'value'], { min: 0 });
  const interval =
    size.interval === undefined || size.interval === null
      ? null
      : reading.range(size.interval, ['market_size', 'interval'], { min: 0 });
  const currency = reading.openText(size.currency, ['market_size', 'currency']);
  const source = reading.text(size.source, ['market_size', 'source']);
  if (accounts === null || times === null || total === null || source === null) return null;
  return { accounts, times, value: total, interval, currency, source };
}
