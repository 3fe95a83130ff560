import { type Cell, type ColumnInfo, plainRow, type Row, type SqlType } from '../../../base/sql/index.ts';
import type { PostgresResult } from './types.ts';

const sqlTypes: Readonly<Record<number, SqlType>> = {
  16: 'boolean',
  20: 'integer',
  21: 'integer',
  23: 'integer',
  26: 'integer',
  700: 'double',
  701: 'double',
  1700: 'double',
  1082: 'date',
  1009: 'text[]',
  1015: 'text[]',
};

/** Our type of a PostgreSQL type; whatever has no counterpart (times, uuids, documents, ...) is read as text. */
export function sqlTypeOf(dataTypeID: number): SqlType {
  return sqlTypes[dataTypeID] ?? 'text';
}

/** The columns of a result, in our types. */
export function readColumns({ fields }: PostgresResult): readonly ColumnInfo[] {
  return fields.map(({ name, dataTypeID }) => ({ name, type: sqlTypeOf(dataTypeID) }));
}

/** Makes plain rows of a result; NaN reads as null. */
export function readRows(result: PostgresResult): readonly Row[] {
  const columns = readColumns(result);
  const names = columns.map(({ name }) => name);
  return result.rows.map((cells) =>
    plainRow(names, (index) => readCell(cells[index], columns[index]?.type ?? 'text')),
  );
}

function readCell(cell: unknown, type: SqlType): Cell {
  if (cell === null || cell === undefined) return null;
  switch (type) {
    case 'integer':
    case 'double': {
      const number = Number(cell);
      return Number.isNaN(number) ? null : number;
    }
    case 'boolean':
      return cell as boolean;
    case 'text[]':
      return (cell as readonly unknown[]).map(String);
    case 'text':
    case 'date':
      return typeof cell === 'string' ? cell : JSON.stringify(cell);
    default:
      return type satisfies never;
  }
}
