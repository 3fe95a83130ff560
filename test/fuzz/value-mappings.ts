import type { ColumnMapping } from '../../src/stages/dataset/index.ts';
import { mappingOf } from './mapping-of.ts';

const decimals = [null, '.', ','] as const;
const orders = [null, 'dmy', 'mdy'] as const;

/** Every kind of column, in every way that its values may be written. */
export const valueMappings: readonly ColumnMapping[] = [
  ...decimals.map((decimal) => mappingOf('number', { decimal })),
  mappingOf('number', { scale: 1000 }),
  ...['EUR', 'USD', 'CHF', null].flatMap((currency) =>
    decimals.map((decimal) => mappingOf('money', { currency, decimal })),
  ),
  ...orders.map((dateOrder) => mappingOf('date', { dateOrder })),
  mappingOf('year', {}),
  mappingOf('boolean', {}),
  mappingOf('set', {}),
  mappingOf('set', { separator: ';' }),
  mappingOf('text', {}),
  mappingOf('category', { blanks: ['none', 'unknown'] }),
];
