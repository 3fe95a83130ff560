import type { Scalar } from '../expr/index.ts';
import type { ColumnInfo, CsvOptions, SqlExpr, SqlQuery, SqlRelation } from './types.ts';

/** A table of the engine: materialised, loaded, or (in a warehouse) already there. */
export function table(name: string, alias: string | null = null): SqlRelation {
  return { kind: 'table', name, alias };
}

/** Parquet files read as one table; columns are matched by name. */
export function parquet(paths: string | readonly string[], alias: string | null = null): SqlRelation {
  return { kind: 'parquet', paths: typeof paths === 'string' ? [paths] : paths, alias, rowNumber: null };
}

/** One Parquet file with the 1-based number of each row in a column of its own. */
export function numberedParquet(
  path: string,
  { rowNumber, alias = null }: { readonly rowNumber: string; readonly alias?: string | null },
): SqlRelation {
  return { kind: 'parquet', paths: [path], alias, rowNumber };
}

/** A delimited text file read as texts; `plain` says that every line of it is one record. */
export function csv(
  path: string,
  options: CsvOptions,
  { plain = false, alias = null }: { readonly plain?: boolean; readonly alias?: string | null } = {},
): SqlRelation {
  return { kind: 'csv', path, options, plain, alias };
}

/** A query in place of a table. */
export function subquery(query: SqlQuery, alias: string): SqlRelation {
  return { kind: 'query', query, alias };
}

/** Literal rows as a table. */
export function values(
  columns: readonly ColumnInfo[],
  rows: readonly (readonly (Scalar | null)[])[],
  alias: string,
): SqlRelation {
  return { kind: 'values', columns, rows, alias };
}

/** One row per element of a list: every column of `from` plus the element as `as`; empty lists give no row. */
export function unnest(
  from: SqlRelation,
  { of, as, alias }: { readonly of: SqlExpr; readonly as: string; readonly alias: string },
): SqlRelation {
  return { kind: 'unnest', from, of, as, alias };
}

/** Pairs of rows where the condition is true. */
export function join(left: SqlRelation, right: SqlRelation, on: SqlExpr): SqlRelation {
  return { kind: 'join', type: 'inner', left, right, on };
}

/** As `join`, and rows of the left side without a partner stay, with nulls. */
export function leftJoin(left: SqlRelation, right: SqlRelation, on: SqlExpr): SqlRelation {
  return { kind: 'join', type: 'left', left, right, on };
}

/** Rows of the left side that have a partner, once each. */
export function semiJoin(left: SqlRelation, right: SqlRelation, on: SqlExpr): SqlRelation {
  return { kind: 'join', type: 'semi', left, right, on };
}

/** Rows of the left side that have no partner. */
export function antiJoin(left: SqlRelation, right: SqlRelation, on: SqlExpr): SqlRelation {
  return { kind: 'join', type: 'anti', left, right, on };
}

/** Every row of the left side with every row of the right. */
export function crossJoin(left: SqlRelation, right: SqlRelation): SqlRelation {
  return { kind: 'join', type: 'cross', left, right, on: null };
}
