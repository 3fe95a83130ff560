import { type DuckDBAppender, type DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import type { Cell, ColumnInfo } from '../../../base/sql/index.ts';
import { columnTypes } from './cell-types.ts';
import { guarded } from './connections.ts';
import { duckDbDialect } from './dialect.ts';
import { writeCell } from './write-cells.ts';

const CHUNK = 2048;

/** A table and its rows. */
export interface LoadRequest {
  readonly name: string;
  readonly columns: readonly ColumnInfo[];
  readonly rows: Iterable<readonly Cell[]>;
}

/** Replaces a table by the given rows in one transaction; after a failure the old table stands. */
export function loadRows(connection: DuckDBConnection, { name, columns, rows }: LoadRequest): Promise<void> {
  const { identifier } = duckDbDialect;
  const described = columns.map(
    (column) => `${identifier(column.name)} ${columnTypes[column.type].toString()}`,
  );
  const sql = `CREATE OR REPLACE TABLE ${identifier(name)} (${described.join(', ')})`;
  return guarded(sql, async () => {
    await connection.run('BEGIN');
    try {
      await connection.run(sql);
      const appender = await connection.createAppender(name);
      appendRows(appender, columns, rows);
      appender.closeSync();
      await connection.run('COMMIT');
    } catch (error) {
      await connection.run('ROLLBACK');
      throw error;
    }
  });
}

function appendRows(
  appender: DuckDBAppender,
  columns: readonly ColumnInfo[],
  rows: Iterable<readonly Cell[]>,
): void {
  const types = columns.map(({ type }) => columnTypes[type]);
  let batch: (readonly Cell[])[] = [];
  const flush = () => {
    const chunk = DuckDBDataChunk.create(types, batch.length);
    chunk.setColumns(
      columns.map(({ type }, index) => batch.map((cells) => writeCell(cells[index] ?? null, type))),
    );
    appender.appendDataChunk(chunk);
    batch = [];
  };
  for (const row of rows) {
    if (batch.push(row) === CHUNK) flush();
  }
  if (batch.length > 0) flush();
}
