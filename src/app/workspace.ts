import type { Engine } from '../base/sql/index.ts';
import type { FileConnector } from '../edges/connectors/index.ts';
import type { Store } from '../edges/store/index.ts';

/** An open workspace: its memory, the engine that counts for it, and what reads files for it. */
export interface Workspace {
  readonly store: Store;
  readonly engine: Engine;
  /** The connector of a file's format; `input.unknown-format` when there is none. */
  readonly connectorFor: (path: string) => FileConnector;
}
