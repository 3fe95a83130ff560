import type { Engine, RejectedLine, SqlRelation } from '../../base/sql/index.ts';

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
  /** The encoding of a text file that the user named; null lets the connector find it. */
  readonly encoding: string | null;
  /** A path for a file written on the way; whoever asks deletes it when the table is read. */
  readonly scratchFile: () => string;
  /** How much of the file is read, 0 to 1. */
  readonly onRead: (done: number) => void;
}

/** What is known of a table once its columns are. */
export interface TableShape {
  /** Headers as they stand in the file; a blank header reads `column 3`. */
  readonly headers: readonly string[];
  /** Names of the columns in what is read of it, one per header. */
  readonly columns: readonly string[];
  readonly rows: number;
  /** How the file was read, for people: `comma-separated, UTF-8`. */
  readonly how: string;
  readonly warnings: readonly string[];
}

/**
 * One file as texts: a Parquet file with one text column per column of the file (`columns`, in order). The number
 * of a row is its place in that file, from 1.
 */
export interface StagedFile extends TableShape {
  readonly path: string;
  /** Lines that are no row of the table, in file order; at most some thousands, `rejectedTotal` counts all. */
  readonly rejected: readonly RejectedLine[];
  readonly rejectedTotal: number;
  /** Lines in the file of the rows with these numbers, in the same order. */
  readonly lineOf: (rows: readonly number[]) => Promise<readonly number[]>;
}

/**
 * A large file that can be read as it stands: its rows are counted and a sample of them is staged. What needs the
 * numbers of the rows, or meets a line that is no row, stages it whole.
 */
export interface OpenedFile extends TableShape {
  /** A staged file with rows from all over it. */
  readonly sample: string;
  readonly sampled: number;
  /** All rows as texts in the order of the file; reading them fails at a line that is no row. */
  readonly texts: SqlRelation;
  readonly stage: () => Promise<StagedFile>;
}

/** The port to one kind of file. Refusals are BestfitErrors `input.*`; nothing is changed by reading. */
export interface FileConnector {
  readonly name: string;
  /** Lower-case extensions with the dot. */
  readonly extensions: readonly string[];
  /** Names of the tables that a file holds, for kinds of files that may hold several; null for the others. */
  readonly parts: ((path: string) => Promise<readonly string[]>) | null;
  readonly stage: (engine: Engine, file: FileRequest) => Promise<StagedFile>;
  /** The same, but a large file may stay as it is for the time being; null for kinds that are always staged. */
  readonly open: ((engine: Engine, file: FileRequest) => Promise<OpenedFile | StagedFile>) | null;
}

/** One table that stands in what the user named. */
export interface FoundTable {
  /** Name of the source: the base name of its file, of one of several tables in a file `book.xlsx#Sheet`. */
  readonly source: string;
  /** What the user named: the file itself, or the folder or archive that holds it. */
  readonly given: string;
  /** Where it stands, for people: `exports.zip/deals.csv`. */
  readonly location: string;
  /** The file to read: the one named, or what was unpacked from it. */
  readonly path: string;
  /** The table within the file; null when the file is one table. */
  readonly part: string | null;
  readonly connector: FileConnector;
}

/** What the paths that a user named hold. */
export interface FoundTables {
  /** In the order of the paths, those of a folder by name. */
  readonly tables: readonly FoundTable[];
  readonly warnings: readonly string[];
}

/** What looking for tables needs. */
export interface FindContext {
  /** A path for a file that is unpacked; whoever asks deletes it when the tables are read. */
  readonly scratchFile: () => string;
  /** How much of a file is unpacked, 0 to 1. */
  readonly onUnpack: (location: string, done: number) => void;
}
