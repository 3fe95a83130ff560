export { connectPostgres } from './connect-postgres.ts';
export { createPostgresEngine } from './engine.ts';
export type { PostgresClient, PostgresParam, PostgresQuery, PostgresResult } from './types.ts';
