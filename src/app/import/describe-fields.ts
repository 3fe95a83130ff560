import { parquet, type SqlRelation } from '../../base/sql/index.ts';
import {
  catalogField,
  columnsOfField,
  countApart,
  countedCells,
  type Field,
  type FieldDetail,
  fieldCountsQuery,
  isAbout,
  isListed,
  type MergedField,
  MOST_VALUES,
  type PartField,
  presentCustomers,
  type Snapshot,
  type TableName,
  type TableRef,
  type TextCount,
  topValuesQuery,
} from '../../stages/dataset/index.ts';
import { countTexts, SMALL } from './count-texts.ts';
import type { MergedTables } from './merge-sources.ts';
import type { Scratch } from './scratch.ts';
import { copyColumns, SLICE } from './slice-columns.ts';

/**
 * The field catalog: coverage, prospects, distinct and commonest values and range of every field, one aggregate
 * query per table and one per field with a list of values, or one for all of a small table. A table that did not change keeps its entries.
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

/**
 * A wide table is cut into files of 100 fields first: every query opens its file with all of its columns, and counting
 * the different values of thousands of fields at once takes more memory than there is.
 */
async function describeTable(scratch: Scratch, wide: TableToDescribe): Promise<readonly Field[]> {
  const { table, ref, list, merged, on } = wide;
  const { rows } = ref;
  const from = parquet(scratch.store.filePath(ref));
  const present = table === 'accounts' ? presentOf(scratch, merged, on) : null;
  if (list.length <= SLICE) return describeSlice(scratch, { table, list, from, present, rows });
  const fields: Field[] = [];
  for (let at = 0; at < list.length; at += SLICE) {
    const some = list.slice(at, at + SLICE);
    const slice = parquet(await writeSlice(scratch, { table, list: some, from }));
    fields.push(...(await describeSlice(scratch, { table, list: some, from: slice, present, rows })));
  }
  return fields;
}

type Slice = Pick<TableToDescribe, 'table' | 'list'> & { readonly from: SqlRelation };

function writeSlice(scratch: Scratch, { table, list, from }: Slice): Promise<string> {
  const own = list.flatMap(({ field }) => columnsOfField(field).map(({ name }) => name));
  const names = new Set([...(table === 'accounts' ? ['account_id'] : []), ...own]);
  return copyColumns(scratch, from, names);
}

async function describeSlice(
  scratch: Scratch,
  {
    table,
    list,
    from,
    present,
    rows,
  }: Slice & { readonly present: SqlRelation | null; readonly rows: number },
): Promise<readonly Field[]> {
  const asked = list.map(({ field }) => field);
  const [counts] = await scratch.engine.rows(fieldCountsQuery(from, asked, { present, rows }));
  const cells = rows > SMALL ? null : countedCells(from, asked);
  const counted = cells === null ? null : await countTexts(scratch, cells);
  const fields: Field[] = [];
  for (const [index, entry] of list.entries()) {
    const known = counted?.get(entry.field.name) ?? null;
    const detail =
      known === null ? await detailOf(scratch, from, entry.field) : detailFrom(known, entry.field);
    const everyone =
      table === 'accounts' && present === null
        ? { prospects: counts?.rows ?? 0, [`p${index}`]: counts?.[`k${index}`] ?? 0 }
        : {};
    fields.push(
      catalogField(
        entry,
        { ...counts, ...everyone },
        { index, ...detail, about: isAbout(entry.field, rows) },
      ),
    );
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

function detailFrom(counted: readonly TextCount[], field: PartField): Omit<FieldDetail, 'index' | 'about'> {
  const top = counted.slice(0, MOST_VALUES).map(({ value, count }) => ({ value, rows: count }));
  const isApart = field.kind === 'set' || field.banded;
  return { top: isListed(field) ? top : null, elements: isApart ? counted.length : null };
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
