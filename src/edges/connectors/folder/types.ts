import type { Engine } from '../../../base/sql/index.ts';

/** What reading a folder needs from outside. */
export interface FolderContext {
  /** Reads the files. */
  readonly engine: Engine;
  /** A path for a file written on the way; whoever gives it deletes it when the work is done. */
  readonly scratchFile: () => string;
  /** When a file was last changed, in milliseconds since 1970; the later of the file system's two times unless given. */
  readonly changedAt?: (path: string) => Promise<number>;
}

/** One file of a folder, staged as it was at one moment. */
export interface FolderTable {
  /** SHA-256 of the file. */
  readonly hash: string;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
  readonly path: string;
  /** Names of its fields, no two alike, in the order of its columns. */
  readonly fields: readonly string[];
  readonly columns: readonly string[];
  readonly rows: number;
  /** Lines that are no row. */
  readonly rejected: number;
  /** The field whose values name its records; null: its rows are counted. */
  readonly idField: string | null;
}
