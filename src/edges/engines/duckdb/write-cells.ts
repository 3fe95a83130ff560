import { DuckDBDateValue, type DuckDBType, type DuckDBValue, listValue } from '@duckdb/node-api';
import type { Cell, SqlStatement, SqlType } from '../../../base/sql/index.ts';
import { columnTypes } from './cell-types.ts';

const MS_PER_DAY = 86_400_000;

/** The values of a statement as DuckDB binds them. */
export function bindParams(params: SqlStatement['params']): {
  readonly values: DuckDBValue[];
  readonly types: DuckDBType[];
} {
  return {
    values: params.map((value) => (isList(value) ? listValue(value) : value)),
    types: params.map((value) => columnTypes[boundType(value)]),
  };
}

/** One cell as DuckDB stores it in a column of the type; a date that is no day of the calendar is refused. */
export function writeCell(value: Cell, type: SqlType): DuckDBValue {
  if (value === null) return null;
  if (type === 'integer') return BigInt(value as number);
  if (type === 'date') return toDate(String(value));
  return isList(value) ? listValue(value) : value;
}

function boundType(value: Cell): SqlType {
  if (isList(value)) return 'text[]';
  if (typeof value === 'number') return 'double';
  return typeof value === 'boolean' ? 'boolean' : 'text';
}

function isList(value: Cell): value is readonly string[] {
  return Array.isArray(value);
}

function toDate(day: string): DuckDBDateValue {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) {
    throw new RangeError('not a day of the calendar');
  }
  return new DuckDBDateValue(date.getTime() / MS_PER_DAY);
}
