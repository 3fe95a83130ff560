import { type ColumnExpr, type ColumnInfo, column, type SqlType } from '../../base/sql/index.ts';
import type { Field, FieldKind } from './types.ts';

/** A field of a part or table as far as its columns go. */
export type FieldColumns = Pick<Field, 'name' | 'kind' | 'banded' | 'mixedCurrency' | 'converted'>;

/** The column type of a field of this kind. */
export function sqlTypeOf(kind: FieldKind): SqlType {
  switch (kind) {
    case 'number':
    case 'money':
      return 'double';
    case 'year':
      return 'integer';
    case 'date':
    case 'boolean':
      return kind;
    case 'set':
      return 'text[]';
    default:
      return 'text';
  }
}

/**
 * The columns behind a field: `f`, with `f_low` and `f_high` when banded, `f_currency` when currencies are mixed,
 * `f_rate_currency` and `f_rate_on` when converted.
 */
export function columnsOfField({
  name,
  kind,
  banded,
  mixedCurrency,
  converted,
}: FieldColumns): readonly ColumnInfo[] {
  const ends: readonly ColumnInfo[] = [
    { name: `${name}_low`, type: 'double' },
    { name: `${name}_high`, type: 'double' },
  ];
  const rateColumns: readonly ColumnInfo[] = [
    { name: `${name}_rate_currency`, type: 'text' },
    { name: `${name}_rate_on`, type: 'date' },
  ];
  return [
    { name, type: sqlTypeOf(kind) },
    ...(banded ? ends : []),
    ...(mixedCurrency ? [{ name: `${name}_currency`, type: 'text' } as const] : []),
    ...(converted === undefined ? [] : rateColumns),
  ];
}

/** The column expressions of names, all of one relation. */
export function columnsNamed(names: readonly string[], alias: string | null = null): readonly ColumnExpr[] {
  return names.map((name) => column(name, alias));
}
