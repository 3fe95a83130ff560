import { describe } from 'vitest';
import { connectPostgres, createPostgresEngine } from '../../src/edges/engines/postgres/index.ts';
import { engineContract } from './engine-contract.ts';
import { fileFacts } from './engine-files.ts';
import { openPglite } from './engine-pglite.ts';

const refusal = 'what an engine cannot do with files it refuses by name';
const files = Object.keys(fileFacts).filter((title) => title !== refusal);
const skips = Object.fromEntries(
  files.map((title) => [title, 'a PostgreSQL server reads and writes no files of ours']),
);

engineContract({ name: 'PostgreSQL', open: async () => createPostgresEngine(await openPglite()), skips });

const server = process.env.BESTFIT_POSTGRES_URL;

describe.skipIf(server === undefined)('a server of its own (skipped without BESTFIT_POSTGRES_URL)', () => {
  engineContract({
    name: 'PostgreSQL over a pool of connections',
    open: async () => createPostgresEngine(await connectPostgres(server ?? '')),
    skips,
  });
});
