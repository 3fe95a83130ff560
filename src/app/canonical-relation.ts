import {
  column,
  named,
  nullOf,
  type SqlRelation,
  type SqlType,
  select,
  subquery,
} from '../base/sql/index.ts';
import type { TableName } from '../stages/dataset/index.ts';
import { columnsOf } from './account-columns.ts';
import type { CurrentData } from './current-data.ts';

/** Columns wanted of a canonical table, with the type of the null that stands for a missing one. */
export type WantedColumns = Readonly<Record<string, SqlType>>;

/**
 * A canonical table with exactly the columns asked for: those that no source filled are null.
 * Null when the table itself was never imported.
 */
export function canonicalRelation(
  data: CurrentData,
  table: TableName,
  wanted: WantedColumns,
): SqlRelation | null {
  const relation = data.tables[table];
  if (relation === undefined) return null;
  const filled = new Set(data.fields.filter((field) => field.table === table).flatMap(columnsOf));
  const columns = Object.entries(wanted).map(([name, type]) =>
    named(name.endsWith('_id') || filled.has(name) ? column(name) : nullOf(type), name),
  );
  return subquery(select({ columns, from: relation }), table);
}
