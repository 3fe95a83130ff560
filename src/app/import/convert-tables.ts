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
  return next.map(({ field, sources }, index) => {
    const before = merged[index] as MergedField;
    if (field.converted === undefined || Number(row?.[`done${index}`]) === 0) return before;
    if (Number(row?.[`left${index}`]) > 0) return { field, sources };
    return { field: { ...field, mixedCurrency: false, unit: base }, sources };
  });
}
