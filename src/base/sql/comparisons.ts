import type { Scalar } from '../expr/index.ts';
import type { SqlCompareOp, SqlExpr, SqlType } from './types.ts';

/** left = right; unknown when either side is. */
export function eq(left: SqlExpr, right: SqlExpr): SqlExpr {
  return compare('=', left, right);
}

/** left <> right; unknown when either side is. */
export function ne(left: SqlExpr, right: SqlExpr): SqlExpr {
  return compare('<>', left, right);
}

/** left < right; texts compare by their UTF-8 bytes in every engine. */
export function lt(left: SqlExpr, right: SqlExpr): SqlExpr {
  return compare('<', left, right);
}

/** left <= right. */
export function le(left: SqlExpr, right: SqlExpr): SqlExpr {
  return compare('<=', left, right);
}

/** left > right. */
export function gt(left: SqlExpr, right: SqlExpr): SqlExpr {
  return compare('>', left, right);
}

/** left >= right. */
export function ge(left: SqlExpr, right: SqlExpr): SqlExpr {
  return compare('>=', left, right);
}

/** True when the value is unknown; never unknown itself. */
export function isNull(of: SqlExpr): SqlExpr {
  return { kind: 'isNull', of, negated: false };
}

/** True when the value is known; never unknown itself. */
export function isNotNull(of: SqlExpr): SqlExpr {
  return { kind: 'isNull', of, negated: true };
}

/** True when the value is one of the list; unknown for an unknown value, FALSE for an empty list. */
export function isIn(of: SqlExpr, values: readonly Scalar[], type: SqlType = 'text'): SqlExpr {
  return { kind: 'in', of, values, type };
}

function compare(op: SqlCompareOp, left: SqlExpr, right: SqlExpr): SqlExpr {
  return { kind: 'compare', op, left, right };
}
