import type { ColumnExpr, NamedExpr, SqlExpr } from './types.ts';

/** A column by name; `table` is the alias of its relation and only needed where two relations share the name. */
export function column(name: string, table: string | null = null): ColumnExpr {
  return { kind: 'column', table, name };
}

/** An expression under the name it has in the result. */
export function named(expr: SqlExpr, as: string): NamedExpr {
  return { expr, as };
}
