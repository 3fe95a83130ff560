import type { Engine } from '../base/sql/index.ts';
import type { Store } from '../edges/store/index.ts';

/** An open workspace: its memory and the engine that counts for it. */
export interface Workspace {
  readonly store: Store;
  readonly engine: Engine;
}
