import {
  type DuckDBArrayValue,
  type DuckDBDataChunk,
  type DuckDBDateValue,
  DuckDBDecimalValue,
  type DuckDBListValue,
  type DuckDBValue,
} from '@duckdb/node-api';
import { type Cell, plainRow, type Row, type SqlType } from '../../../base/sql/index.ts';

const MS_PER_DAY = 86_400_000;

/** Makes plain rows of one chunk of a result; NaN reads as null. */
export function readRows(
  chunk: DuckDBDataChunk,
  names: readonly string[],
  types: readonly SqlType[],
): readonly Row[] {
  const columns = types.map((type, index) => {
    const read = readers[type];
    return chunk.getColumnValues(index).map((value) => (value === null ? null : read(value)));
  });
  return Array.from({ length: chunk.rowCount }, (_, at) =>
    plainRow(names, (index) => columns[index]?.[at] ?? null),
  );
}

const readers: Readonly<Record<SqlType, (value: Exclude<DuckDBValue, null>) => Cell>> = {
  text: String,
  integer: Number,
  double: (value) => {
    const number = value instanceof DuckDBDecimalValue ? value.toDouble() : (value as number);
    return Number.isNaN(number) ? null : number;
  },
  boolean: (value) => value as boolean,
  date: (value) => toDay((value as DuckDBDateValue).days),
  'text[]': (value) => (value as DuckDBListValue | DuckDBArrayValue).items.map(String),
};

function toDay(days: number): string {
  return new Date(days * MS_PER_DAY).toISOString().slice(0, 10);
}
