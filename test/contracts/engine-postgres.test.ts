import { createPostgresEngine } from '../../src/edges/engines/postgres/index.ts';
import { engineContract } from './engine-contract.ts';
import { fileFacts } from './engine-files.ts';
import { openPglite } from './engine-pglite.ts';

const refusal = 'what an engine cannot do with files it refuses by name';
const files = Object.keys(fileFacts).filter((title) => title !== refusal);

engineContract({
  name: 'PostgreSQL',
  open: async () => createPostgresEngine(await openPglite()),
  skips: Object.fromEntries(
    files.map((title) => [title, 'a PostgreSQL server reads and writes no files of ours']),
  ),
});
