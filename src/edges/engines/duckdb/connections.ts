import type { DuckDBConnection, DuckDBInstance, DuckDBResult } from '@duckdb/node-api';
import type { Row, SqlStatement } from '../../../base/sql/index.ts';
import { toSqlType } from './cell-types.ts';
import { queryFailed } from './query-failed.ts';
import { readRows } from './read-cells.ts';
import { bindParams } from './write-cells.ts';

/**
 * Runs one task on a connection of its own: tasks that overlap never share one, which has crashed DuckDB's Node
 * client in the past. Opening a connection to an open database takes microseconds.
 */
export async function withConnection<T>(
  instance: DuckDBInstance,
  task: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const connection = await instance.connect();
  try {
    return await task(connection);
  } finally {
    connection.closeSync();
  }
}

/** Runs a statement to its end and gives all rows: quicker than a stream where these are few. */
export async function runRows(
  connection: DuckDBConnection,
  { sql, params }: SqlStatement,
): Promise<readonly Row[]> {
  const { values, types } = bindParams(params);
  const result = await guarded(sql, () => connection.run(sql, values, types));
  const rows: Row[] = [];
  for await (const batch of batchesOf(result, sql)) rows.push(...batch);
  return rows;
}

/** Runs a statement and gives its rows in batches as the engine makes them. */
export async function* streamRows(
  connection: DuckDBConnection,
  statement: SqlStatement,
): AsyncGenerator<readonly Row[]> {
  yield* batchesOf(await openResult(connection, statement), statement.sql);
}

async function* batchesOf(result: DuckDBResult, sql: string): AsyncGenerator<readonly Row[]> {
  const names = result.columnNames();
  const types = result.columnTypes().map(toSqlType);
  for (;;) {
    const chunk = await guarded(sql, () => result.fetchChunk());
    if (chunk === null || chunk.rowCount === 0) return;
    yield readRows(chunk, names, types);
  }
}

/** Starts a statement; its rows are made as they are fetched. */
export function openResult(
  connection: DuckDBConnection,
  { sql, params }: SqlStatement,
): Promise<DuckDBResult> {
  const { values, types } = bindParams(params);
  return guarded(sql, () => connection.stream(sql, values, types));
}

/** Runs a step of the engine; its failures come out as `system.query-failed`. */
export async function guarded<T>(sql: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw queryFailed(error, sql);
  }
}
