import type { Engine } from '../base/sql/index.ts';
import type { FindContext, FoundTables } from '../edges/connectors/index.ts';
import type { Store } from '../edges/store/index.ts';

/** An open workspace: its memory, the engine that counts for it, and what reads files for it. */
export interface Workspace {
  readonly store: Store;
  readonly engine: Engine;
  /** The tables in the files, folders and archives that a user names. */
  readonly findTables: (paths: readonly string[], context: FindContext) => Promise<FoundTables>;
}
