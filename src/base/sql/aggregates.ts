import type { OrderTerm, SqlAggregate, SqlExpr } from './types.ts';

/** What an aggregate may carry besides its arguments. */
export interface AggregateOptions {
  /** Only rows where this is true are counted. */
  readonly filter?: SqlExpr | null;
  /** Order in which `join` and `list` see the rows. */
  readonly orderBy?: readonly OrderTerm[];
}

/** Any aggregate by name. Nulls are left out, as in SQL; `count` without an argument counts rows. */
export function aggregate(
  fn: SqlAggregate,
  args: readonly SqlExpr[],
  { filter = null, orderBy = [] }: AggregateOptions = {},
): SqlExpr {
  return { kind: 'aggregate', fn, args, filter, orderBy };
}

/** Number of rows. */
export function count(options: AggregateOptions = {}): SqlExpr {
  return aggregate('count', [], options);
}

/** Number of rows where the condition is true. */
export function countWhere(condition: SqlExpr): SqlExpr {
  return aggregate('count', [], { filter: condition });
}

/** Number of known values. */
export function countOf(of: SqlExpr, options: AggregateOptions = {}): SqlExpr {
  return aggregate('count', [of], options);
}

/** Number of different known values. */
export function countDistinct(of: SqlExpr, options: AggregateOptions = {}): SqlExpr {
  return aggregate('countDistinct', [of], options);
}

/** Sum of the known values; null when there are none. */
export function sum(of: SqlExpr, options: AggregateOptions = {}): SqlExpr {
  return aggregate('sum', [of], options);
}

/** Smallest known value. */
export function min(of: SqlExpr, options: AggregateOptions = {}): SqlExpr {
  return aggregate('min', [of], options);
}

/** Largest known value. */
export function max(of: SqlExpr, options: AggregateOptions = {}): SqlExpr {
  return aggregate('max', [of], options);
}
