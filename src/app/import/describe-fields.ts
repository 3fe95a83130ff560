import { parquet, type SqlRelation } from '../../base/sql/index.ts';
import {
  catalogField,
  countApart,
  type Field,
  fieldCountsQuery,
  type MergedField,
  type PartField,
  presentCustomers,
  type Snapshot,
  type TableName,
  type TableRef,
  topValuesQuery,
} from '../../stages/dataset/index.ts';
import type { MergedTables } from './merge-sources.ts';
import type { Scratch } from './scratch.ts';

/**
 * The field catalog: coverage, prospects, distinct and commonest values and range of every field, one aggregate
 * query per table and one per field with a list of values. A table that did not change keeps its entries.
 */
export async function describeFields(
  scratch: Scratch,
  merged: MergedTables,
  options: { readonly on: string; readonly before: Snapshot | null },
): Promise<readonly Field[]> {
  const fields: Field[] = [];
  for (const [table, list] of merged.fields) {
    const ref = merged.tables[table] as TableRef;
    const same = unchanged(merged, table, { list, before: options.before });
    fields.push(...(same ?? (await describeTable(scratch, { table, ref, list, merged, on: options.on }))));
  }
  return fields;
}

interface TableToDescribe {
  readonly table: TableName;
  readonly ref: TableRef;
  readonly list: readonly MergedField[];
  readonly merged: MergedTables;
  readonly on: string;
}

async function describeTable(
  scratch: Scratch,
  { table, ref, list, merged, on }: TableToDescribe,
): Promise<readonly Field[]> {
  const { engine, store } = scratch;
  const from = parquet(store.filePath(ref));
  const present = table === 'accounts' ? presentOf(scratch, merged, on) : null;
  const [counts] = await engine.rows(
    fieldCountsQuery(
      from,
      list.map(({ field }) => field),
      present,
    ),
  );
  const fields: Field[] = [];
  for (const [index, entry] of list.entries()) {
    const detail = await detailOf(scratch, from, entry.field);
    const everyone =
      table === 'accounts' && present === null
        ? { prospects: counts?.rows ?? 0, [`p${index}`]: counts?.[`k${index}`] ?? 0 }
        : {};
    fields.push(catalogField(entry, { ...counts, ...everyone }, { index, ...detail }));
  }
  return fields;
}

function presentOf({ store }: Scratch, { tables, fields }: MergedTables, on: string): SqlRelation | null {
  if (tables.customers === undefined) return null;
  const hasEnd = fields.get('customers')?.some(({ field }) => field.name === 'ended_on') ?? false;
  return presentCustomers(parquet(store.filePath(tables.customers)), { hasEnd, on });
}

async function detailOf({ engine }: Scratch, from: SqlRelation, field: PartField) {
  const values = topValuesQuery(from, field);
  const top = values === null ? null : await engine.rows(values);
  const apart = countApart(from, field);
  const [counted] = apart === null ? [] : await engine.rows(apart);
  return { top, elements: counted === undefined ? null : Number(counted.elements) };
}

function unchanged(
  { tables }: MergedTables,
  table: TableName,
  { list, before }: { readonly list: readonly MergedField[]; readonly before: Snapshot | null },
): readonly Field[] | null {
  const sameFile = (name: TableName) => before?.tables[name]?.file === tables[name]?.file;
  if (before === null || !sameFile(table) || (table === 'accounts' && !sameFile('customers'))) return null;
  const old = new Map(
    before.fields.filter((field) => field.table === table).map((field) => [field.name, field]),
  );
  if (old.size !== list.length || list.some(({ field }) => !old.has(field.name))) return null;
  return list.map(({ field, sources }) => ({ ...(old.get(field.name) as Field), ...field, sources }));
}
