import { sqlTypeOf } from './read-cells.ts';
import type { PostgresClient, PostgresParam } from './types.ts';

/** Types whose text, as the server writes it, is what we read: never a Date or an object of the library. */
const keptAsText = new Set(['text', 'date']);

/** A pool of connections to a PostgreSQL server; the client library is loaded only here. */
export async function connectPostgres(url: string): Promise<PostgresClient> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    types: {
      getTypeParser: (type, format) =>
        keptAsText.has(sqlTypeOf(type)) && format !== 'binary'
          ? (text: string) => text
          : pg.types.getTypeParser(type, format),
    },
  });
  const ask = (text: string, values: readonly PostgresParam[]) => ({
    text,
    values: [...values],
    rowMode: 'array' as const,
  });
  return {
    query: (sql, params) => pool.query(ask(sql, params)),
    reserve: async () => {
      const session = await pool.connect();
      return {
        query: (sql, params) => session.query(ask(sql, params)),
        release: async () => session.release(),
      };
    },
    close: () => pool.end(),
  };
}
