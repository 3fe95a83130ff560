import type { DuckDBConnection } from '@duckdb/node-api';
import type { SqlStatement } from '../../../base/sql/index.ts';
import { runRows } from './connections.ts';
import { quoteText } from './quote-text.ts';

/**
 * Quick to write and gone when the import ends; nobody looks for single values in it. Dictionaries of repeated texts
 * stay small: only short ones save time, and a file of thousands of columns holds one for each in memory.
 */
const FORMAT =
  'FORMAT parquet, COMPRESSION snappy, WRITE_BLOOM_FILTER false, STRING_DICTIONARY_PAGE_SIZE_LIMIT 100000';

/** Writes the rows of a statement, texts all, as a staged Parquet file, in their order; gives their number. */
export async function copyStaged(
  connection: DuckDBConnection,
  { sql, params }: SqlStatement,
  to: string,
): Promise<number> {
  const copy = `COPY (${sql}) TO ${quoteText(to)} (${FORMAT})`;
  const [row] = await runRows(connection, { sql: copy, params });
  return Number(row?.Count ?? 0);
}
