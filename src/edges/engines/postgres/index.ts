export { connectPostgres } from './connect-postgres.ts';
export { createPostgresDialect, type PostgresSurroundings, type PostgresTable } from './dialect.ts';
export { createPostgresEngine } from './engine.ts';
export type { PostgresClient, PostgresParam, PostgresQuery, PostgresResult } from './types.ts';
