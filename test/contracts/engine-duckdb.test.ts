import { createDuckDbEngine } from '../../src/edges/engines/duckdb/index.ts';
import { engineContract } from './engine-contract.ts';

engineContract({
  name: 'DuckDB',
  open: () => createDuckDbEngine({ memoryLimitMiB: 512, threads: 2 }),
  skips: {
    'what an engine cannot do with files it refuses by name': 'DuckDB reads and writes every kind of file',
  },
});
