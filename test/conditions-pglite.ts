import { PGlite } from '@electric-sql/pglite';
import type { Engine } from '../src/base/sql/index.ts';
import { createPostgresEngine, type PostgresQuery } from '../src/edges/engines/postgres/index.ts';

const DATE = 1082;

/** The PostgreSQL engine over a server in this process: one session, dates as the server writes them. */
export async function openPglite(): Promise<Engine> {
  const server = await PGlite.create();
  const query: PostgresQuery = async (sql, params) => {
    const { fields, rows } = await server.query<unknown[]>(sql, [...params], {
      rowMode: 'array',
      parsers: { [DATE]: (text: string) => text },
    });
    return { fields, rows };
  };
  return createPostgresEngine({
    query,
    reserve: async () => ({ query, release: async () => {} }),
    close: () => server.close(),
  });
}
