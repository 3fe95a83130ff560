/** What is wrong with a file. */
export type FileFault = 'missing' | 'altered';

/** One file that the catalog refers to. */
export interface CheckedFile {
  readonly file: string;
  readonly path: string;
  /** Rows that it should have; null where only its name is known. */
  readonly rows: number | null;
  /** What it holds: a table, `lookup`, `rates`, `quarantine`, `list`, `records`. */
  readonly table: string;
  readonly source: string | null;
  /**
   * What needs it most: the current data, an earlier commit, a computed result, a connection (which reads it again), or a
   * commit that was undone.
   */
  readonly of: 'head' | 'earlier' | 'run' | 'sync' | 'undone';
  readonly bytes: number;
  /** Null when its content is what its name says. */
  readonly fault: FileFault | null;
}

/** What a look at everything found, the full content of every file included. */
export interface CheckUp {
  /** What SQLite says of the catalog; empty when it is sound. */
  readonly catalog: readonly string[];
  readonly files: readonly CheckedFile[];
  /** Files that nothing refers to, and drafts of processes that are gone. */
  readonly leftovers: { readonly files: number; readonly bytes: number };
  /** What Bestfit may not write to. */
  readonly unwritable: readonly string[];
  /** Bytes that are free on the disk. */
  readonly free: number;
}

/** One file that belongs into a backup. */
export interface StoredFile {
  /** Where it is in a workspace: `data/HASH.parquet`. */
  readonly path: string;
  /** Where it is now. */
  readonly from: string;
  /** What its content must be; null when any is right. */
  readonly hash: string | null;
  /** False for what a workspace can do without: uploads, files of commits that were undone. */
  readonly needed: boolean;
}

/** The catalog as it was at one moment, and what it refers to. */
export interface CatalogCopy {
  /** Path of the copy: a draft. */
  readonly catalog: string;
  readonly files: readonly StoredFile[];
}
