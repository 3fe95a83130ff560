import type { OrderTerm, SqlExpr, SqlWindow } from './types.ts';

/** Over which rows a window function looks, and in which order. */
export interface WindowOptions {
  readonly args?: readonly SqlExpr[];
  readonly partitionBy?: readonly SqlExpr[];
  readonly orderBy?: readonly OrderTerm[];
}

/**
 * Any window function by name. With an order, `count`, `sum`, `min` and `max` run from the first row to the
 * current one and its ties; without, they see the whole partition.
 */
export function window(
  fn: SqlWindow,
  { args = [], partitionBy = [], orderBy = [] }: WindowOptions = {},
): SqlExpr {
  return { kind: 'window', fn, args, partitionBy, orderBy };
}

/** 1, 2, 3, ... within each partition. */
export function rowNumber(options: Omit<WindowOptions, 'args'> = {}): SqlExpr {
  return window('rowNumber', options);
}

/** Ascending order; unknown values last unless said otherwise. */
export function asc(of: SqlExpr, nulls: 'first' | 'last' = 'last'): OrderTerm {
  return { of, direction: 'asc', nulls };
}

/** Descending order; unknown values last unless said otherwise. */
export function desc(of: SqlExpr, nulls: 'first' | 'last' = 'last'): OrderTerm {
  return { of, direction: 'desc', nulls };
}
