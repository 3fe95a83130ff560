import type { Scalar } from '../expr/index.ts';

/** Column types that every engine has under some name. Dates travel as `YYYY-MM-DD` strings. */
export type SqlType = 'text' | 'integer' | 'double' | 'boolean' | 'date' | 'text[]';

/** Functions that every dialect writes, with the same results; null goes in, null comes out, if not said otherwise. */
export type SqlFunction =
  /** (text): by Unicode, not only ASCII; letters whose lower case is longer may differ between engines. */
  | 'lower'
  /** (text): lower case, accents taken off Latin letters: what people type to find a name. */
  | 'fold'
  /** (text, text): true when the second is a part of the first. */
  | 'contains'
  /** (text): without white space at both ends, Unicode's and the byte order mark included, as in JavaScript. */
  | 'trim'
  /** (text): in code points. */
  | 'length'
  /** (text, ...): nulls count as empty. */
  | 'concat'
  | 'coalesce'
  | 'nullIf'
  /** (value, ...): nulls are left out; null only when all are. */
  | 'least'
  /** (value, ...): nulls are left out; null only when all are. */
  | 'greatest'
  | 'abs'
  | 'floor'
  /** (number): null at and below zero. */
  | 'ln'
  /** (base, exponent): for bases from zero on; too small a result is zero. */
  | 'power'
  /** (number) or (number, digits): halves away from zero. */
  | 'round'
  /** (text, pattern): true when it matches anywhere; `.` takes line breaks too, `(?i)` in front ignores case. */
  | 'matches'
  /** (text, pattern, replacement): all occurrences. */
  | 'regexReplace'
  /** (text, pattern, group): the group of the first match, 0 for all of it; null without a match or when empty. */
  | 'regexExtract'
  /** (text, from, to): all occurrences, no pattern. */
  | 'replace'
  /** (text, separator): a text[]; the separator is not empty, an empty text gives one empty element. */
  | 'split'
  /** (text, separator, place): the piece at a place from 1 on; empty where there are fewer. */
  | 'part'
  /** (date, date): whole days from the second to the first. */
  | 'daysBetween'
  /** (date, integer): the date so many whole days later. */
  | 'addDays'
  /** (text[], separator): the elements as one text; none of them gives an empty one. */
  | 'joinTexts'
  /** (text[], text[]): true when they share an element. */
  | 'overlaps'
  /** (text, text[]): true when the text is an element; fast where a column holds few distinct texts. */
  | 'isElement'
  /** (text): a short stable hash in hex, for made-up keys. */
  | 'hash'
  /** (integer, integer): bit operations on outcome codes. */
  | 'bitOr'
  | 'bitAnd'
  | 'shiftLeft'
  | 'shiftRight';

/** Aggregates that every engine has; unknown values do not count. */
export type SqlAggregate =
  | 'count'
  | 'countDistinct'
  /** The same within a few percent, where an engine is faster that way. */
  | 'countDistinctAbout'
  /** A real number in every engine, exact for whole numbers up to 2^53. */
  | 'sum'
  | 'min'
  | 'max'
  | 'boolOr'
  | 'boolAnd'
  /** (integer): the bits that any row has. */
  | 'bitOr'
  /** (value, key): the value of the row with the smallest or largest key, both known; ties by the smaller value. */
  | 'argMin'
  | 'argMax'
  /** (value, separator): known values as texts, joined in the order of `orderBy`. */
  | 'join'
  /** (value): a text[] of the known values in the order of `orderBy`; null when there are none. */
  | 'list';

/** Window functions that every engine has. */
export type SqlWindow = 'rowNumber' | 'count' | 'sum' | 'min' | 'max';

/** One term of an order; the place of unknown values is always said. */
export interface OrderTerm {
  readonly of: SqlExpr;
  readonly direction: 'asc' | 'desc';
  readonly nulls: 'first' | 'last';
}

/** Comparisons; unknown when a side is. */
export type SqlCompareOp = '=' | '<>' | '<' | '<=' | '>' | '>=';
/** Arithmetic; unknown when a side is. */
export type SqlArithmeticOp = '+' | '-' | '*' | '/';
/** Joins; `semi` and `anti` keep rows of the left side that have, or lack, a partner. */
export type SqlJoinType = 'inner' | 'left' | 'semi' | 'anti' | 'cross';

/** A column; `table` is the alias of its relation. */
export interface ColumnExpr {
  readonly kind: 'column';
  readonly table: string | null;
  readonly name: string;
}

/** One branch of a case. */
export interface CaseBranch {
  readonly when: SqlExpr;
  readonly value: SqlExpr;
}

/** An expression under the name it has in the result. */
export interface NamedExpr {
  readonly expr: SqlExpr;
  readonly as: string;
}

/** A scalar SQL expression. Values are always literals (bound as parameters), never text. */
export type SqlExpr =
  | ColumnExpr
  | { readonly kind: 'literal'; readonly value: Scalar | null | readonly string[]; readonly type: SqlType }
  | {
      readonly kind: 'compare';
      readonly op: SqlCompareOp;
      readonly left: SqlExpr;
      readonly right: SqlExpr;
    }
  | { readonly kind: 'and' | 'or'; readonly of: readonly SqlExpr[] }
  | { readonly kind: 'not'; readonly of: SqlExpr }
  | { readonly kind: 'isNull'; readonly of: SqlExpr; readonly negated: boolean }
  | {
      readonly kind: 'in';
      readonly of: SqlExpr;
      readonly values: readonly Scalar[];
      readonly type: SqlType;
    }
  | {
      readonly kind: 'case';
      readonly whens: readonly CaseBranch[];
      readonly otherwise: SqlExpr | null;
    }
  /** `/` is always real division and gives null when the divisor is zero. */
  | {
      readonly kind: 'arithmetic';
      readonly op: SqlArithmeticOp;
      readonly left: SqlExpr;
      readonly right: SqlExpr;
    }
  | { readonly kind: 'call'; readonly fn: SqlFunction; readonly args: readonly SqlExpr[] }
  | {
      readonly kind: 'aggregate';
      readonly fn: SqlAggregate;
      /** Empty for count(*). */
      readonly args: readonly SqlExpr[];
      readonly filter: SqlExpr | null;
      readonly orderBy: readonly OrderTerm[];
    }
  | {
      readonly kind: 'window';
      readonly fn: SqlWindow;
      readonly args: readonly SqlExpr[];
      readonly partitionBy: readonly SqlExpr[];
      readonly orderBy: readonly OrderTerm[];
    }
  /**
   * With `lenient` a text that does not fit becomes null in place of an error. All engines take plain decimal
   * numbers (`-1.5e3`; halves are rounded away from zero for an integer), `2024-01-31`, `true`/`false`,
   * `inf`; for other spellings (`1_000`, `0x10`) they differ, so clean such texts first. A real number as text
   * is the engine's own spelling.
   */
  | { readonly kind: 'cast'; readonly of: SqlExpr; readonly type: SqlType; readonly lenient: boolean };

/** How a delimited text file is read; every cell comes as text, an empty one (quoted or not) as null. */
export interface CsvOptions {
  readonly delimiter: string;
  readonly quote: string;
  readonly escape: string;
  readonly header: boolean;
  readonly skip: number;
  /** Column names to use, one per column of the file; unique even without regard to case. */
  readonly names: readonly string[];
}

/** What a query reads from. `file` needs an engine with that reading capability. */
export type SqlRelation =
  | { readonly kind: 'table'; readonly name: string; readonly alias: string | null }
  | {
      readonly kind: 'parquet';
      readonly paths: readonly string[];
      readonly alias: string | null;
      /** Column that gives the 1-based number of each row in its file; null for none. */
      readonly rowNumber: string | null;
    }
  | {
      readonly kind: 'csv';
      readonly path: string;
      readonly options: CsvOptions;
      /** Every line is one record, as `openCsv` found: several threads may read the file at once. */
      readonly plain: boolean;
      readonly alias: string | null;
    }
  | { readonly kind: 'query'; readonly query: SqlQuery; readonly alias: string }
  | {
      /** Literal rows, for small dictionaries and parameters. */
      readonly kind: 'values';
      readonly columns: readonly ColumnInfo[];
      readonly rows: readonly (readonly (Scalar | null)[])[];
      readonly alias: string;
    }
  | {
      /** One row per element of a text[] column of `from`: all columns of `from` plus `as`. */
      readonly kind: 'unnest';
      readonly from: SqlRelation;
      readonly of: SqlExpr;
      readonly as: string;
      readonly alias: string;
    }
  | {
      readonly kind: 'join';
      readonly type: SqlJoinType;
      readonly left: SqlRelation;
      readonly right: SqlRelation;
      readonly on: SqlExpr | null;
    };

/** A SELECT with all its parts; `select` fills in those that are left out. */
export interface SqlSelect {
  readonly kind: 'select';
  readonly with: readonly { readonly name: string; readonly query: SqlQuery }[];
  readonly columns: readonly NamedExpr[];
  readonly distinct: boolean;
  /** Null: a query without a FROM. */
  readonly from: SqlRelation | null;
  readonly where: SqlExpr | null;
  readonly groupBy: readonly SqlExpr[];
  readonly having: SqlExpr | null;
  readonly orderBy: readonly OrderTerm[];
  readonly limit: number | null;
  readonly offset: number | null;
}

/** The rows of several queries, one after the other. */
export interface SqlUnion {
  readonly kind: 'union';
  /** Always UNION ALL; all parts give the same columns in the same order. */
  readonly of: readonly SqlQuery[];
}

/** What an engine can be asked. */
export type SqlQuery = SqlSelect | SqlUnion;

/** Text with the values to bind, in order: what a dialect makes of a query. */
export interface SqlStatement {
  readonly sql: string;
  readonly params: readonly (Scalar | null | readonly string[])[];
}

/** One engine's way of writing. */
export interface Dialect {
  readonly name: string;
  /** Writes a whole query; unknown nodes cannot exist (exhaustive by type). */
  readonly write: (query: SqlQuery) => SqlStatement;
  /** Quotes one identifier. */
  readonly identifier: (name: string) => string;
}

/** One value of a row. */
export type Cell = Scalar | null | readonly string[];
/** A row of plain JSON values: dates as `YYYY-MM-DD`, integers beyond 2^53 never appear. */
export type Row = Readonly<Record<string, Cell>>;

/** What an engine can do besides answering queries; asked for by name, never by engine. */
export interface EngineCapabilities {
  readonly readsParquet: boolean;
  readonly readsCsv: boolean;
  readonly writesFiles: boolean;
}

/** A delimited text file as the engine's sniffer saw it. */
export interface SniffedCsv {
  readonly options: CsvOptions;
  /** Header texts as they stand in the file; empty when the file has none. */
  readonly headers: readonly string[];
}

/** A line that could not be read as a row. */
export interface RejectedLine {
  /** 1-based line in the file. */
  readonly line: number;
  readonly reason: string;
  readonly text: string;
}

/** One row of texts that a connector read itself; missing cells at its end are null. */
export interface SourceRow {
  /** 1-based line, or number of the record, in the file. */
  readonly line: number;
  readonly cells: readonly (string | null)[];
}

/** A Parquet file that was staged as texts. */
export interface StagedParquet {
  /** One header per staged column, no two alike; `a.b` is the part `b` of the column `a`. */
  readonly headers: readonly string[];
  readonly rows: number;
  /** Columns whose content is no text (pictures, documents). */
  readonly leftOut: readonly string[];
}

/** A delimited text file whose records were counted, apart from any reader of its cells. */
export interface OpenedCsv {
  /** Records that are not blank, without the header. */
  readonly records: number;
  /** Every line is one record, and none is very long: the file may be read as it stands, by several threads. */
  readonly plain: boolean;
  /** A line is empty, so that not every line is a record. */
  readonly blankLines: boolean;
  /** Stages some ten thousand records from all over the file (all of a small one); gives their number. Of plain files only. */
  sample(to: string): Promise<number>;
  /**
   * Reads the file into one Parquet file of texts, its rows in the order of the file. Lines that are no row come
   * back instead of failing: the first 1,000, and the number of all. Blank lines are neither. A file whose rows
   * cannot be told apart for certain (a quote that is never closed) is refused with an `input.*` error: rows kept and
   * lines rejected always add up to the file. `onDone` is told how much of it is read, 0 to 1.
   */
  stage(
    to: string,
    onDone?: (done: number) => void,
  ): Promise<{
    readonly rows: number;
    readonly rejected: readonly RejectedLine[];
    readonly rejectedTotal: number;
  }>;
}

/** A column of a table or a result. */
export interface ColumnInfo {
  readonly name: string;
  readonly type: SqlType;
}

/**
 * The port to where rows are counted. One engine object serves one workspace; calls may overlap.
 * Every failure is a BestfitError `system.query-failed` that carries the SQL without the values.
 */
export interface Engine {
  readonly dialect: Dialect;
  readonly capabilities: EngineCapabilities;
  /** All rows of a small result. */
  rows(query: SqlQuery): Promise<readonly Row[]>;
  /** Rows in batches, memory flat in their number. */
  stream(query: SqlQuery): AsyncIterable<readonly Row[]>;
  /** Columns of a result without running it to the end. */
  describe(query: SqlQuery): Promise<readonly ColumnInfo[]>;
  /** Keeps a result under a name for this engine's lifetime, replacing what was there. */
  materialize(name: string, query: SqlQuery): Promise<void>;
  /** Loads given rows under a name for this engine's lifetime, replacing what was there. */
  load(name: string, columns: readonly ColumnInfo[], rows: Iterable<readonly Cell[]>): Promise<void>;
  /** Drops what materialize or load made; nothing happens when it is not there. */
  drop(name: string): Promise<void>;
  /**
   * Streams a result into one file and gives the number of rows: Parquet with zstd, CSV with a header, or JSON, one
   * object a line, in which numbers that are not finite are null. Rows that need no order (`anyOrder`) do not wait in
   * memory for those before them. `onDone` is told how much is done, 0 to 1.
   */
  copy(
    query: SqlQuery,
    to: {
      readonly format: 'parquet' | 'csv' | 'json';
      readonly path: string;
      readonly anyOrder?: boolean;
      readonly onDone?: (done: number) => void;
    },
  ): Promise<number>;
  /** Guesses delimiter, quote, escape, header and skipped lines of a delimited text file. */
  sniffCsv(path: string, hints: { readonly delimiter: string | null }): Promise<SniffedCsv>;
  /** Counts the records of a delimited text file, which may then be sampled, staged or read as it stands. */
  openCsv(path: string, options: CsvOptions): Promise<OpenedCsv>;
  /**
   * Reads any Parquet file into one of texts `c1..cn`, in its order: days and moments as ISO (in UTC when they carry a
   * time zone), numbers in plain notation, lists of plain values joined, records as a column for each part, lists of
   * records as JSON. Nothing and an empty text are null. A file that breaks off is refused with an `input.*` error.
   */
  stageParquet(path: string, to: string): Promise<StagedParquet>;
  /**
   * Writes rows, in their order and however many, as one Parquet file of texts `c1..cn` plus the integer `__line`;
   * there are as many columns as the longest row has cells. Empty texts are null.
   */
  stageRows(
    batches: AsyncIterable<readonly SourceRow[]>,
    to: string,
  ): Promise<{ readonly rows: number; readonly columns: number }>;
  close(): Promise<void>;
}
