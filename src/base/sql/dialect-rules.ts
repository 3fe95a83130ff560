import type {
  OrderTerm,
  SqlExpr,
  SqlFunction,
  SqlQuery,
  SqlRelation,
  SqlStatement,
  SqlType,
} from './types.ts';

/** Hands a value to the statement and gives its placeholder. */
export type Bind = (value: SqlStatement['params'][number], type: SqlType) => string;

/** Writes one call from its written arguments. */
export type WriteCall = (args: readonly string[], bind: Bind) => string;

/** Parquet files to read, and the column that gives the 1-based number of each row in its file. */
export type ParquetFiles = Pick<Extract<SqlRelation, { kind: 'parquet' }>, 'paths' | 'rowNumber'>;

/** A delimited text file to read. */
export type CsvFile = Pick<Extract<SqlRelation, { kind: 'csv' }>, 'path' | 'options' | 'plain'>;

/** A statement being written: whose way of writing, where its values go, and how its parts are written. */
export interface Writing {
  readonly rules: DialectRules;
  readonly bind: Bind;
  readonly expr: (expr: SqlExpr) => string;
  readonly query: (query: SqlQuery) => string;
}

/** What one engine writes in its own way; everything else is common to all. */
export interface DialectRules {
  readonly name: string;
  readonly types: Readonly<Record<SqlType, string>>;
  /** `native`: the engine has SEMI JOIN and ANTI JOIN; `exists`: they become EXISTS conditions. */
  readonly semiJoins: 'native' | 'exists';
  readonly functions: Readonly<Partial<Record<SqlFunction, WriteCall>>>;
  /** Casts a written value; null in place of a value that does not fit. */
  readonly lenientCast: (written: string, type: SqlType) => string;
  /** Makes a text or text list, where it enters a query, compare by its UTF-8 bytes. */
  readonly collate: (written: string) => string;
  /** A named table in FROM, without alias. */
  readonly table: (name: string) => string;
  /** Parquet files in FROM; null when the engine cannot read them. */
  readonly parquet: ((files: ParquetFiles, bind: Bind) => string) | null;
  /** A delimited text file in FROM; null when the engine cannot read it. */
  readonly csv: ((file: CsvFile, bind: Bind) => string) | null;
  /**
   * A list in the order of its own values, where the engine has something faster than an ORDER BY inside the
   * aggregate; null where it has not.
   */
  readonly sortedList:
    | ((parts: { readonly value: string; readonly order: OrderTerm; readonly filter: string }) => string)
    | null;
  /** About how many different values there are. */
  readonly countAbout: (written: string) => string;
  /** The first value in an order, among the rows where the filter is true. */
  readonly first: (parts: {
    readonly value: string;
    readonly orderBy: string;
    readonly filter: string;
  }) => string;
}
