import type { Engine } from '../src/base/sql/index.ts';
import { createPostgresEngine } from '../src/edges/engines/postgres/index.ts';
import { openPglite as openServer } from './contracts/engine-pglite.ts';

/** The PostgreSQL engine over a server in this process. */
export async function openPglite(): Promise<Engine> {
  return createPostgresEngine(await openServer());
}
