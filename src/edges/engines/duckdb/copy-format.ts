import { type ColumnInfo, quoteIdentifier } from '../../../base/sql/index.ts';

/** What a result can be written as. */
export type CopyFormat = 'parquet' | 'csv' | 'json';

/** The options of COPY for each format. */
export const copyOptions: Readonly<Record<CopyFormat, string>> = {
  parquet: 'FORMAT parquet, COMPRESSION zstd',
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
