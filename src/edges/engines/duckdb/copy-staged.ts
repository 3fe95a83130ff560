import type { DuckDBConnection } from '@duckdb/node-api';
import type { SqlStatement } from '../../../base/sql/index.ts';
import { runRows } from './connections.ts';
import { quoteText } from './quote-text.ts';

/**
 * Writes the rows of a statement, texts all, as a staged Parquet file with `__row`, the 1-based number of each row;
 * gives their number.
 */
export async function copyStaged(
  connection: DuckDBConnection,
  { sql, params }: SqlStatement,
  to: string,
): Promise<number> {
  const numbered = `SELECT *, ROW_NUMBER() OVER () AS "__row" FROM (${sql})`;
  const copy = `COPY (${numbered}) TO ${quoteText(to)} (FORMAT parquet, COMPRESSION zstd)`;
  const [row] = await runRows(connection, { sql: copy, params });
  return Number(row?.Count ?? 0);
}
