import { type ColumnInfo, quoteIdentifier } from '../../../base/sql/index.ts';

/** What a result can be written as. */
export type CopyFormat = 'parquet' | 'csv' | 'json';

/**
 * The options of COPY for each format. Level 1 of zstd takes a third of the time off a write and adds nothing to speak
 * of to its size; dictionaries of up to 250 kB let files of thousands of columns fit into memory.
 */
export const copyOptions: Readonly<Record<CopyFormat, string>> = {
  parquet: `FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, WRITE_BLOOM_FILTER false, STRING_DICTIONARY_PAGE_SIZE_LIMIT 250000`,
  csv: 'FORMAT csv, HEADER true',
  json: 'FORMAT json',
};

/** A query whose numbers JSON can say: DuckDB writes `Infinity` and `NaN`, which no reader takes; they become null. */
export function finiteNumbers(sql: string, columns: readonly ColumnInfo[]): string {
  const listed = columns.map(({ name, type }) => {
    const quoted = quoteIdentifier(name);
    return type === 'double' ? `CASE WHEN ISFINITE(${quoted}) THEN ${quoted} END AS ${quoted}` : quoted;
  });
  return `SELECT ${listed.join(', ')} FROM (${sql})`;
}
