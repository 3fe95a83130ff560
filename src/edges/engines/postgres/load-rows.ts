import { type Cell, type ColumnInfo, quoteIdentifier, type SqlType } from '../../../base/sql/index.ts';
import { types } from './dialect.ts';
import type { PostgresParam, PostgresQuery } from './types.ts';

/** PostgreSQL takes at most 65,535 values in one statement. */
const MOST_VALUES = 32_000;

/** A new table and its rows. */
export interface LoadRequest {
  /** The quoted name. */
  readonly table: string;
  readonly columns: readonly ColumnInfo[];
  readonly rows: Iterable<readonly Cell[]>;
}

/** Makes a table of the given rows. */
export async function loadRows(query: PostgresQuery, { table, columns, rows }: LoadRequest): Promise<void> {
  const described = columns.map(({ name, type }) => `${quoteIdentifier(name)} ${columnType(type)}`);
  await query(`CREATE TABLE ${table} (${described.join(', ')})`, []);
  for (const batch of batches(rows, Math.floor(MOST_VALUES / columns.length))) {
    const params: PostgresParam[] = [];
    const place = (cell: Cell, type: SqlType) => `CAST($${params.push(cell)} AS ${types[type]})`;
    const written = batch.map(
      (cells) => `(${columns.map(({ type }, index) => place(cells[index] ?? null, type)).join(', ')})`,
    );
    await query(`INSERT INTO ${table} VALUES ${written.join(', ')}`, params);
  }
}

function columnType(type: SqlType): string {
  return type === 'text' || type === 'text[]' ? `${types[type]} COLLATE "C"` : types[type];
}

function* batches<T>(items: Iterable<T>, size: number): Generator<readonly T[]> {
  let batch: T[] = [];
  for (const item of items) {
    if (batch.push(item) < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
