import type { Engine, RejectedLine } from '../../base/sql/index.ts';

/** What a connector is asked to read. */
export interface FileRequest {
  /** A file on this machine: the one that the user named, or what was unpacked from it. */
  readonly path: string;
  /** The table to read of a file that holds several (a sheet of a workbook); null for other files. */
  readonly part: string | null;
  /** Where the staged Parquet file goes. */
  readonly to: string;
  /** The delimiter that the user named; null lets the connector find it. */
  readonly delimiter: string | null;
}

/**
 * One file as texts: a Parquet file with one text column per column of the file (`columns`, in order) and
 * `__row`, the 1-based number of the row among the rows kept.
 */
export interface StagedFile {
  readonly path: string;
  /** Headers as they stand in the file; a blank header reads `column 3`. */
  readonly headers: readonly string[];
  /** Names of the staged columns, one per header. */
  readonly columns: readonly string[];
  readonly rows: number;
  /** Lines that are no row of the table, in file order; at most some thousands, `rejectedTotal` counts all. */
  readonly rejected: readonly RejectedLine[];
  readonly rejectedTotal: number;
  /** How the file was read, for people: `comma-separated, UTF-8`. */
  readonly how: string;
  readonly warnings: readonly string[];
  /** Lines in the file of the rows with these numbers, in the same order. */
  readonly lineOf: (rows: readonly number[]) => Promise<readonly number[]>;
}

/** The port to one kind of file. Refusals are BestfitErrors `input.*`; nothing is changed by reading. */
export interface FileConnector {
  readonly name: string;
  /** Lower-case extensions with the dot. */
  readonly extensions: readonly string[];
  /** Names of the tables that a file holds, for kinds of files that may hold several; null for the others. */
  readonly parts: ((path: string) => Promise<readonly string[]>) | null;
  readonly stage: (engine: Engine, file: FileRequest) => Promise<StagedFile>;
}
