import type { ColumnInfo } from '../../base/sql/index.ts';
import { canonicalField, canonicalTables } from './canonical-tables.ts';
import { sqlTypeOf } from './plan-columns.ts';
import type { ColumnMapping, PartField, TableName } from './types.ts';

const KEYS: Readonly<Partial<Record<TableName, string>>> = {
  accounts: 'account_id',
  deals: 'deal_id',
  people: 'person_id',
  feedback: 'feedback_id',
};

/** The column whose values name the rows of a table; null for tables of events. */
export function keyColumn(table: TableName): string | null {
  return KEYS[table] ?? null;
}

/** The columns of a canonical table, without the companions of bands and currencies. */
export function canonicalColumns(table: TableName): readonly ColumnInfo[] {
  return canonicalTables[table].map(({ name, kind }) => ({ name, type: sqlTypeOf(kind) }));
}

/** The field that a mapped column fills. */
export function partField(
  mapping: ColumnMapping,
  shape: { readonly banded: boolean; readonly mixedCurrency: boolean },
): PartField {
  const canonical = mapping.custom ? null : canonicalField(mapping.table, mapping.field);
  return {
    table: mapping.table,
    name: mapping.field,
    label: mapping.label ?? canonical?.label ?? mapping.column,
    kind: mapping.kind,
    layer: mapping.layer,
    unit: shape.mixedCurrency ? null : (mapping.format.currency ?? mapping.unit),
    banded: shape.banded,
    mixedCurrency: shape.mixedCurrency,
    known: mapping.known,
    knownBy: mapping.decidedBy === 'user' ? 'user' : 'guessed',
    custom: mapping.custom,
  };
}

/** A canonical field that import itself fills: an id, a source, a date. */
export function canonicalPartField(table: TableName, name: string): PartField {
  const field = canonicalField(table, name);
  return {
    table,
    name,
    label: field?.label ?? name,
    kind: field?.kind ?? 'text',
    layer: field?.layer ?? 'behavioural',
    unit: field?.unit ?? null,
    banded: false,
    mixedCurrency: false,
    known: field?.known ?? 'unknown',
    knownBy: 'guessed',
    custom: false,
  };
}
