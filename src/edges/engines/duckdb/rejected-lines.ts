import type { DuckDBConnection } from '@duckdb/node-api';
import type { RejectedLine, Row } from '../../../base/sql/index.ts';
import { runRows } from './connections.ts';
import { lineNumbers } from './line-numbers.ts';

const MOST = 1000;

/** Lines that DuckDB set aside on this connection: the first thousand, with the exact number of all. */
export interface RejectedLines {
  readonly lines: readonly RejectedLine[];
  readonly total: number;
  /** Lines of nothing but spaces, which DuckDB sets aside too; they are no rows and nobody misses them. */
  readonly blank: number;
}

const records = `
  SELECT line_byte_position - 1 AS begins, any_value(csv_line) AS text, min(error_type) AS kind,
    min(try_cast(regexp_extract(error_message, 'Found: (\\d+)', 1) AS INTEGER)) AS least,
    max(try_cast(regexp_extract(error_message, 'Found: (\\d+)', 1) AS INTEGER)) AS most
  FROM reject_errors GROUP BY line_byte_position`;

const blank = "regexp_full_match(text, '\\s*')";

/** Reads what a strict READ_CSV with store_rejects left behind on this connection. */
export async function rejectedLines(
  connection: DuckDBConnection,
  path: string,
  columns: number,
): Promise<RejectedLines> {
  const ask = (sql: string) => runRows(connection, { sql, params: [] });
  const [counts] = await ask(
    `SELECT count(*) FILTER (WHERE NOT ${blank}) AS total, count(*) FILTER (WHERE ${blank}) AS blank FROM (${records})`,
  );
  const first = await ask(`SELECT * FROM (${records}) WHERE NOT ${blank} ORDER BY begins LIMIT ${MOST}`);
  const starts = first.map((row) => Number(row.begins) + newlinesBefore(String(row.text)));
  const numbers = await lineNumbers(path, starts);
  return {
    lines: first.map((row, index) => ({
      line: numbers[index] ?? 0,
      reason: reasonOf(row, columns),
      text: String(row.text).trim(),
    })),
    total: Number(counts?.total ?? 0),
    blank: Number(counts?.blank ?? 0),
  };
}

/** DuckDB counts empty lines above a record as its beginning. */
function newlinesBefore(text: string): number {
  return /^[\r\n]*/.exec(text)?.[0].length ?? 0;
}

function reasonOf(row: Row, columns: number): string {
  const cells = Number(row.kind === 'MISSING COLUMNS' ? row.least : row.most);
  switch (row.kind) {
    case 'MISSING COLUMNS':
      return `${cells} ${cells === 1 ? 'cell' : 'cells'} where the table has ${columns}`;
    case 'TOO MANY COLUMNS':
      return `${cells} cells where the table has ${columns}`;
    case 'INVALID ENCODING':
      return 'a character that is not UTF-8';
    case 'UNQUOTED VALUE':
      return 'text stands after a closing quotation mark';
    case 'LINE SIZE OVER MAXIMUM':
      return 'longer than 100 MB';
    default:
      return 'cannot be read as a row';
  }
}
