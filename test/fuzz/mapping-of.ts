import type { ColumnMapping, FieldKind, ValueFormat } from '../../src/stages/dataset/index.ts';

/** A column of accounts that is read in one way. */
export function mappingOf(kind: FieldKind, format: Partial<ValueFormat>): ColumnMapping {
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
