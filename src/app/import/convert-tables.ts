import {
  column,
  countOf,
  countWhere,
  named,
  parquet,
  type SqlRelation,
  select,
} from '../../base/sql/index.ts';
import {
  type Conversion,
  convertedFields,
  convertedTable,
  isConvertible,
  isUnconverted,
  type MergedField,
  type SourceState,
  type TableName,
  type TableRef,
} from '../../stages/dataset/index.ts';
import type { Scratch } from './scratch.ts';

/** What a workspace converts sums by; null without a table of rates. */
export function conversionOf(
  { store }: Pick<Scratch, 'store'>,
  sources: readonly SourceState[],
): Conversion | null {
  const given = sources.find(({ rates }) => rates !== undefined)?.rates;
  if (given === undefined) return null;
  const days = sources
    .filter(({ rates }) => rates === undefined)
    .map(({ observedOn, importedAt }) => observedOn ?? importedAt.slice(0, 10));
  const day = days.toSorted().at(-1) ?? '';
  return { rates: parquet(store.filePath(given.table)), base: given.base, day };
}

/** Replaces every table that holds sums in other currencies by one with these converted, where a rate is known. */
export async function convertTables(
  scratch: Scratch,
  conversion: Conversion | null,
  {
    tables,
    fields,
  }: {
    readonly tables: Partial<Record<TableName, TableRef>>;
    readonly fields: Map<TableName, readonly MergedField[]>;
  },
): Promise<void> {
  if (conversion === null) return;
  for (const [table, merged] of fields) {
    const ref = tables[table];
    if (ref === undefined || !merged.some(({ field }) => isConvertible(field, conversion.base))) continue;
    const rows = parquet(scratch.store.filePath(ref));
    const written = await scratch.write(convertedTable(rows, merged, conversion));
    tables[table] = written;
    const from = parquet(scratch.store.filePath(written));
    fields.set(table, await settled(scratch, from, { merged, base: conversion.base }));
  }
}

/** A field of which every sum was converted is in one currency; one of which none was is what it was. */
async function settled(
  { engine }: Scratch,
  from: SqlRelation,
  { merged, base }: { readonly merged: readonly MergedField[]; readonly base: string },
): Promise<readonly MergedField[]> {
  const next = convertedFields(merged, base);
  const columns = next.flatMap(({ field }, index) =>
    field.converted === undefined
      ? []
      : [
          named(countOf(column(`${field.name}_rate_on`)), `done${index}`),
          named(countWhere(isUnconverted(field, base)), `left${index}`),
        ],
  );
  const [row] = await engine.rows(select({ columns, from }));
  return next.map((entry, index) => {
    const before = merged[index] as MergedField;
    if (entry.field.converted === undefined) return before;
    const [done, left] = [Number(row?.[`done${index}`]), Number(row?.[`left${index}`])];
    return settledField(before, entry, { done, left, base });
  });
}

/** A field after `done` of its sums were converted and for `left` no rate was found. */
function settledField(
  before: MergedField,
  next: MergedField,
  { done, left, base }: { readonly done: number; readonly left: number; readonly base: string },
): MergedField {
  const { converted, ...field } = next.field;
  const rates = done === 0 || converted === undefined ? {} : { converted };
  const { sources } = next;
  if (left === 0 && (done > 0 || before.field.mixedCurrency))
    return { field: { ...field, ...rates, mixedCurrency: false, unit: base }, sources };
  if (done > 0) return next;
  const { mixedCurrency, unit } = before.field;
  return { field: { ...field, mixedCurrency, unit }, sources };
}
