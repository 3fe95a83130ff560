import type { SqlExpr, SqlFunction, SqlType } from './types.ts';

/** Calls one of the functions that every engine has. */
export function call(fn: SqlFunction, ...args: readonly SqlExpr[]): SqlExpr {
  return { kind: 'call', fn, args };
}

/** Converts a value; one that does not fit fails the query. */
export function cast(of: SqlExpr, type: SqlType): SqlExpr {
  return { kind: 'cast', of, type, lenient: false };
}

/** Converts a value; one that does not fit becomes null. */
export function tryCast(of: SqlExpr, type: SqlType): SqlExpr {
  return { kind: 'cast', of, type, lenient: true };
}
