import { PGlite } from '@electric-sql/pglite';
import type { PostgresClient, PostgresQuery } from '../../src/edges/engines/postgres/index.ts';

const DATE = 1082;

/** A PostgreSQL server inside this process, behind the same port as a pool of connections. */
export async function openPglite(): Promise<PostgresClient> {
  const server = await PGlite.create();
  const query: PostgresQuery = async (sql, params) => {
    const { fields, rows } = await server.query<unknown[]>(sql, [...params], {
      rowMode: 'array',
      parsers: { [DATE]: (day) => day },
    });
    return { fields, rows };
  };
  return {
    query,
    reserve: async () => ({ query, release: async () => undefined }),
    close: () => server.close(),
  };
}
