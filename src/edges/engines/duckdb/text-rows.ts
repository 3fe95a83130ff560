import type { Bind, CsvOptions, SqlStatement } from '../../../base/sql/index.ts';
import { duckDbDialect } from './dialect.ts';
import { readCsv } from './read-csv.ts';

/** Bytes of a line that READ_CSV takes without being told. */
export const USUAL_LINE = 2_000_000;

const LONGEST_LINE = 100_000_000;

/** A delimited text file whose records were counted. */
export interface CountedText {
  readonly path: string;
  readonly options: CsvOptions;
  /** Bytes of its longest record. */
  readonly longest: number;
  readonly parallel: boolean;
}

/** All rows of a delimited text file as texts, empty ones null; lines that are no row are left to `rejectedLines`. */
export function textRows({ path, options, longest, parallel }: CountedText): SqlStatement {
  const params: SqlStatement['params'][number][] = [];
  const bind: Bind = (value) => `$${params.push(value)}`;
  const line = Math.min(Math.max(longest, USUAL_LINE) + 1, LONGEST_LINE);
  const single = options.names.length === 1;
  const settings = {
    store_rejects: true,
    rejects_limit: 0,
    max_line_size: line,
    buffer_size: Math.max(line, 32_000_000),
    allow_quoted_nulls: !single,
    parallel,
  };
  const source = readCsv({ path, options, settings }, bind);
  const [only = ''] = options.names.map(duckDbDialect.identifier);
  const sql = single
    ? `SELECT NULLIF(${only}, '') AS ${only} FROM (SELECT * FROM ${source} WHERE ${only} IS NOT NULL)`
    : `SELECT * FROM ${source}`;
  return { sql, params };
}
