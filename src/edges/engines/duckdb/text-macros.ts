import type { DuckDBConnection } from '@duckdb/node-api';
import { runRows } from './connections.ts';

/**
 * Spellings of typed values that the readers of texts take for what they are, whatever the other cells of the column
 * say: a fraction of three figures gets a fourth, because `1.234` alone may be one thousand.
 */
const macros: readonly string[] = [
  `bestfit_fraction(t) AS CASE WHEN LENGTH(SPLIT_PART(t, '.', 2)) = 3 THEN t || '0' ELSE t END`,
  `bestfit_shift(t) AS CASE
    WHEN CONTAINS(t, 'e-') THEN CASE WHEN t[1] = '-' THEN '-' ELSE '' END || '0.'
      || REPEAT('0', CAST(SPLIT_PART(t, 'e-', 2) AS INTEGER) - 1)
      || REGEXP_REPLACE(SPLIT_PART(t, 'e', 1), '[-.]', '', 'g')
    ELSE CASE WHEN t[1] = '-' THEN '-' ELSE '' END
      || RPAD(REGEXP_REPLACE(SPLIT_PART(t, 'e', 1), '[-.]', '', 'g'), CAST(SPLIT_PART(t, 'e+', 2) AS INTEGER) + 1, '0')
    END`,
  `bestfit_real(v) AS CASE
    WHEN ISNAN(v) THEN NULL
    WHEN v = TRUNC(v) AND ABS(v) < 1e15 THEN CAST(CAST(v AS BIGINT) AS VARCHAR)
    WHEN CONTAINS(CAST(v AS VARCHAR), 'e') THEN bestfit_shift(CAST(v AS VARCHAR))
    ELSE bestfit_fraction(REGEXP_REPLACE(CAST(v AS VARCHAR), '[.]0$', '')) END`,
  `bestfit_decimal(v) AS CASE
    WHEN CONTAINS(CAST(v AS VARCHAR), '.') THEN bestfit_fraction(RTRIM(RTRIM(CAST(v AS VARCHAR), '0'), '.'))
    ELSE CAST(v AS VARCHAR) END`,
  'bestfit_time(v) AS CASE WHEN ISFINITE(v) THEN CAST(v AS VARCHAR) END',
  `bestfit_moment(v) AS CASE WHEN ISFINITE(v) THEN CAST(MAKE_TIMESTAMP(EPOCH_US(v)) AS VARCHAR) || 'Z' END`,
];

/** Makes the macros that `textOf` writes with known to one connection. */
export async function createTextMacros(connection: DuckDBConnection): Promise<void> {
  await runRows(connection, { sql: "SET TimeZone = 'UTC'", params: [] });
  for (const macro of macros) {
    await runRows(connection, { sql: `CREATE OR REPLACE TEMP MACRO ${macro}`, params: [] });
  }
}
