import { quoteIdentifier } from '../../../base/sql/index.ts';
import type { PostgresTable } from './dialect.ts';
import type { PostgresQuery } from './types.ts';

const QUESTION = `
  SELECT a.attname, c.collname IS NOT NULL AND c.collname <> 'C'
  FROM pg_attribute a LEFT JOIN pg_collation c ON c.oid = a.attcollation
  WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`;

/** Columns of a table and whether their texts sort by a language; null when there is no such table. */
export async function readTableColumns(
  query: PostgresQuery,
  table: string,
): Promise<PostgresTable['columns']> {
  const { rows } = await query(QUESTION, [quoteIdentifier(table)]);
  if (rows.length === 0) return null;
  return rows.map(([name, sorted]) => ({ name: String(name), sorted: sorted === true }));
}

/** The best collation of the server for lower(): the built-in Unicode one, ICU's, else the database's own. */
export async function readCaseCollation(query: PostgresQuery): Promise<string> {
  const known = ['pg_c_utf8', 'und-x-icu'];
  const { rows } = await query('SELECT collname FROM pg_collation WHERE collname = ANY($1)', [known]);
  const found = rows.map(([name]) => String(name));
  return known.find((name) => found.includes(name)) ?? 'default';
}
