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
  const columns = Object.entries(wanted).map(([name, type]) =>
    named(name.endsWith('_id') || data.field(table, name) !== null ? column(name) : nullOf(type), name),
  );
  return subquery(select({ columns, from: relation }), table);
}
