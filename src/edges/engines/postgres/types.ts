/** A value bound to a statement. */
export type PostgresParam = string | number | boolean | null | readonly string[];

/**
 * What the server answers: cells by position; dates, and all types without a counterpart, as the server's
 * text, 64-bit integers as text, number or bigint.
 */
export interface PostgresResult {
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
  readonly rows: readonly (readonly unknown[])[];
}

/** Runs one statement with its values on one session. */
export type PostgresQuery = (sql: string, params: readonly PostgresParam[]) => Promise<PostgresResult>;

/** What the engine needs of a PostgreSQL client. */
export interface PostgresClient {
  readonly query: PostgresQuery;
  /** A session kept for several statements in a row. */
  readonly reserve: () => Promise<{ readonly query: PostgresQuery; readonly release: () => Promise<void> }>;
  readonly close: () => Promise<void>;
}
