import {
  BIGINT,
  BOOLEAN,
  DATE,
  DOUBLE,
  type DuckDBType,
  DuckDBTypeId,
  LIST,
  VARCHAR,
} from '@duckdb/node-api';
import type { SqlType } from '../../../base/sql/index.ts';

/** DuckDB's column type of each of ours. */
export const columnTypes: Readonly<Record<SqlType, DuckDBType>> = {
  text: VARCHAR,
  integer: BIGINT,
  double: DOUBLE,
  boolean: BOOLEAN,
  date: DATE,
  'text[]': LIST(VARCHAR),
};

const sqlTypes: Readonly<Partial<Record<DuckDBTypeId, SqlType>>> = {
  [DuckDBTypeId.BOOLEAN]: 'boolean',
  [DuckDBTypeId.TINYINT]: 'integer',
  [DuckDBTypeId.SMALLINT]: 'integer',
  [DuckDBTypeId.INTEGER]: 'integer',
  [DuckDBTypeId.BIGINT]: 'integer',
  [DuckDBTypeId.HUGEINT]: 'integer',
  [DuckDBTypeId.UTINYINT]: 'integer',
  [DuckDBTypeId.USMALLINT]: 'integer',
  [DuckDBTypeId.UINTEGER]: 'integer',
  [DuckDBTypeId.UBIGINT]: 'integer',
  [DuckDBTypeId.UHUGEINT]: 'integer',
  [DuckDBTypeId.FLOAT]: 'double',
  [DuckDBTypeId.DOUBLE]: 'double',
  [DuckDBTypeId.DECIMAL]: 'double',
  [DuckDBTypeId.DATE]: 'date',
  [DuckDBTypeId.LIST]: 'text[]',
  [DuckDBTypeId.ARRAY]: 'text[]',
};

/** Our type of a DuckDB column; whatever has no counterpart (times, uuids, enums, ...) is read as text. */
export function toSqlType(type: DuckDBType): SqlType {
  return sqlTypes[type.typeId] ?? 'text';
}
