import type { CaseBranch, SqlExpr } from './types.ts';

/** Three-valued AND: false beats unknown beats true. `and([])` is TRUE. */
export function and(of: readonly SqlExpr[]): SqlExpr {
  return { kind: 'and', of };
}

/** Three-valued OR: true beats unknown beats false. `or([])` is FALSE. */
export function or(of: readonly SqlExpr[]): SqlExpr {
  return { kind: 'or', of };
}

/** Three-valued NOT: unknown stays unknown. */
export function not(of: SqlExpr): SqlExpr {
  return { kind: 'not', of };
}

/** One branch for `caseWhen`. */
export function when(condition: SqlExpr, value: SqlExpr): CaseBranch {
  return { when: condition, value };
}

/**
 * The value of the first branch whose condition is true; an unknown condition does not count. Without a match
 * `otherwise`, null when not given.
 *
 * @example
 * caseWhen([when(lt(column('employees'), integer(50)), text('small'))], text('large'));
 */
export function caseWhen(whens: readonly CaseBranch[], otherwise: SqlExpr | null = null): SqlExpr {
  return { kind: 'case', whens, otherwise };
}
