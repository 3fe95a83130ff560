import type { ColumnMapping, FieldKind, ValueFormat } from '../../src/stages/dataset/index.ts';

/** A column of accounts that is read in one way. */
function mappingOf(kind: FieldKind, format: Partial<ValueFormat>): ColumnMapping {
  return {
    column: 'A column',
    table: 'accounts',
    field: 'a_column',
    custom: true,
    ignored: false,
    kind,
    format: {
      decimal: null,
      dateOrder: null,
      currency: null,
      scale: 1,
      separator: null,
      blanks: [],
      ...format,
    },
    unit: null,
    layer: 'firmographic',
    known: 'before',
    confidence: 1,
    why: '',
    decidedBy: 'guessed',
    asks: null,
  };
}

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
