import {
  addRules,
  type ColumnMapping,
  type Field,
  type FileMapping,
  noRules,
  type PartField,
  type SourceState,
} from '../../stages/dataset/index.ts';
import { heldField } from './held-field.ts';
import { hasRules, rulesOf } from './rules-of.ts';
import type { FieldDecision, Spelling } from './types.ts';

/**
 * A source under a person's decision about one of its fields. The mapping carries it too, so that importing the file
 * again keeps when the field is known, its layer and its currency.
 */
export function decideSource(source: SourceState, field: Field, decision: FieldDecision): SourceState {
  const held = heldField(source, field);
  if (held === null || !isMeant(source, decision)) return source;
  const filled = source.mapping.columns.filter((column) => fills(column, source, held));
  const columns = source.mapping.columns.map((column) =>
    filled.includes(column) ? decideColumn(column, decision) : column,
  );
  const fields = source.fields.map((own) => (own === held ? decidePart(own, decision) : own));
  const mapping = { ...source.mapping, columns };
  return { ...source, mapping: filled.length > 0 ? mapping : silenced(mapping, held, decision), fields };
}

/** A field that no column fills, such as the kind of events in a file of postings, is switched off in the mapping. */
function silenced(mapping: FileMapping, { table, name }: PartField, { signals }: FieldDecision): FileMapping {
  if (signals === undefined) return mapping;
  const { silent = [], ...rest } = mapping;
  const others = silent.filter((field) => field !== `${table}.${name}`);
  const now = signals ? others : [...others, `${table}.${name}`];
  return now.length === 0 ? rest : { ...rest, silent: now };
}

/** True when importing the file again keeps decisions about the field: a column of the file is mapped onto it. */
export function keepsDecision(source: SourceState, field: Field): boolean {
  const held = heldField(source, field);
  return held === null || source.mapping.columns.some((column) => fills(column, source, held));
}

/** True when the decision is about this file too. */
export function isMeant({ name }: SourceState, { source }: FieldDecision): boolean {
  return source === undefined || source === name;
}

/** A column of a source fills a field; that of the amounts is behind what all purchases are worth. */
function fills({ ignored, table, field }: ColumnMapping, { lookup }: SourceState, held: PartField): boolean {
  if (table === 'transactions') {
    return !ignored && held.name === 'purchase_value' && (field === 'amount' || field === 'unit_price');
  }
  return !ignored && field === held.name && (lookup !== null || table === held.table);
}

function decideColumn(column: ColumnMapping, decision: FieldDecision): ColumnMapping {
  const { known, layer, label, currency, merge = [], signals } = decision;
  const named = currency === undefined || column.format.currency !== null ? null : currency;
  return {
    ...column,
    ...(known === undefined ? {} : { known, decidedBy: 'user' as const }),
    ...(layer === undefined ? {} : { layer }),
    ...(label === undefined ? {} : { label }),
    ...(signals === undefined ? {} : { signals }),
    ...(merge.length === 0 ? {} : { spellings: [...(column.spellings ?? []), ...merge.map(toSpelling)] }),
    ...(hasRules(decision) ? { rules: addRules(column.rules ?? noRules, rulesOf(decision)) } : {}),
    ...(named === null ? {} : { unit: named, format: { ...column.format, currency: named } }),
  };
}

function toSpelling({ from, to }: Spelling) {
  return { from, to: to === '' ? null : to };
}

function decidePart(field: PartField, { known, layer, label, currency }: FieldDecision): PartField {
  const unnamed = field.unit === null && !field.mixedCurrency;
  return {
    ...field,
    ...(known === undefined ? {} : { known, knownBy: 'user' as const }),
    ...(layer === undefined ? {} : { layer }),
    ...(label === undefined ? {} : { label }),
    ...(currency === undefined || !unnamed ? {} : { unit: currency }),
  };
}
