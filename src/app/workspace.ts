import type { Engine } from '../base/sql/index.ts';
import type { FindContext, FoundTables, RecordConnector, SecretKeeper } from '../edges/connectors/index.ts';
import type { Store } from '../edges/store/index.ts';

/** How sources of records are reached: which there are, their secrets, and the clock by which limits are kept. */
export interface SourcePort {
  readonly connectors: readonly RecordConnector[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Aborted when the work is to stop. */
  readonly signal: AbortSignal | null;
  readonly secretsOf: (
    store: Store,
    of: { readonly connection: string; readonly connector: RecordConnector },
  ) => SecretKeeper;
}

/** An open workspace: its memory, the engine that counts for it, and what reads files for it. */
export interface Workspace {
  readonly store: Store;
  readonly engine: Engine;
  readonly sources: SourcePort;
  /** The tables in the files, folders and archives that a user names. */
  readonly findTables: (paths: readonly string[], context: FindContext) => Promise<FoundTables>;
}
