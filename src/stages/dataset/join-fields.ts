import {
  caseWhen,
  cast,
  column,
  isNotNull,
  nullOf,
  or,
  type SqlExpr,
  text,
  tryCast,
  when,
} from '../../base/sql/index.ts';
import { columnsOfField, sqlTypeOf } from './plan-columns.ts';
import type { PartField } from './types.ts';

/** A field over all sources that fill it. */
export interface MergedField {
  readonly field: PartField;
  /** In order of precedence. */
  readonly sources: readonly string[];
}

/**
 * The fields of one table over its sources, given in order of precedence. Where two sources disagree on what a
 * field is, the first decides; bands and several currencies anywhere make the field banded or mixed.
 */
export function mergeFields(
  parts: readonly { readonly source: string; readonly fields: readonly PartField[] }[],
): readonly MergedField[] {
  const merged = new Map<string, { field: PartField; sources: string[]; units: Set<string | null> }>();
  for (const { source, fields } of parts) {
    for (const field of fields) {
      const found = merged.get(field.name);
      if (found === undefined) {
        merged.set(field.name, { field, sources: [source], units: new Set([field.unit]) });
        continue;
      }
      if (!found.sources.includes(source)) found.sources.push(source);
      found.units.add(field.unit);
      found.field = combine(found.field, field);
    }
  }
  return [...merged.values()].map(({ field, sources, units }) => ({
    field: withUnit(field, units),
    sources,
  }));
}

function combine(first: PartField, next: PartField): PartField {
  const user =
    next.knownBy === 'user' && first.knownBy !== 'user' ? { known: next.known, knownBy: next.knownBy } : {};
  const converted = first.converted ?? next.converted;
  return {
    ...first,
    ...user,
    ...(converted === undefined ? {} : { converted }),
    unit: first.unit ?? next.unit,
    banded: first.banded || next.banded,
    mixedCurrency: first.mixedCurrency || next.mixedCurrency,
  };
}

function withUnit(field: PartField, units: ReadonlySet<string | null>): PartField {
  const mixed = field.kind === 'money' && (field.mixedCurrency || units.size > 1);
  return mixed ? { ...field, mixedCurrency: true, unit: null } : field;
}

/** True when a row holds a value of the field. */
export function isKnown(field: PartField, alias: string | null): SqlExpr {
  const exact = isNotNull(column(field.name, alias));
  return field.banded ? or([exact, isNotNull(column(`${field.name}_low`, alias))]) : exact;
}

/** True when a row holds a value among the expressions for the columns of a field. */
export function knownAmong({ banded }: PartField, values: readonly SqlExpr[]): SqlExpr {
  return or(values.slice(0, banded ? 2 : 1).map((value) => isNotNull(value)));
}

/** One part's expressions for the columns of a merged field, in the order of `columnsOfField`. */
export function columnsFromPart(merged: PartField, own: PartField | null, alias: string): readonly SqlExpr[] {
  return columnsOfField(merged).map(({ name, type }) => {
    if (own === null) return nullOf(type);
    if (name === merged.name) return asType(own, merged, alias);
    if (name === `${merged.name}_currency`) return currencyOf(own, alias);
    if (name === `${merged.name}_rate_currency` || name === `${merged.name}_rate_on`)
      return own.converted === undefined ? nullOf(type) : column(name, alias);
    return own.banded ? column(name, alias) : tryCast(column(own.name, alias), 'double');
  });
}

function asType(own: PartField, merged: PartField, alias: string): SqlExpr {
  const type = sqlTypeOf(merged.kind);
  const value = column(own.name, alias);
  if (sqlTypeOf(own.kind) === type) return value;
  return type === 'text' ? cast(value, 'text') : tryCast(value, type);
}

function currencyOf(own: PartField, alias: string): SqlExpr {
  if (own.mixedCurrency) return column(`${own.name}_currency`, alias);
  if (own.unit === null) return nullOf('text');
  return caseWhen([when(isKnown(own, alias), text(own.unit))]);
}
