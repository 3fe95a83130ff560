import type { SqlArithmeticOp, SqlExpr } from './types.ts';

/** left + right. */
export function add(left: SqlExpr, right: SqlExpr): SqlExpr {
  return arithmetic('+', left, right);
}

/** left - right. */
export function subtract(left: SqlExpr, right: SqlExpr): SqlExpr {
  return arithmetic('-', left, right);
}

/** left * right. */
export function multiply(left: SqlExpr, right: SqlExpr): SqlExpr {
  return arithmetic('*', left, right);
}

/** left / right as a real number, also between integers; unknown when the divisor is zero. */
export function divide(left: SqlExpr, right: SqlExpr): SqlExpr {
  return arithmetic('/', left, right);
}

function arithmetic(op: SqlArithmeticOp, left: SqlExpr, right: SqlExpr): SqlExpr {
  return { kind: 'arithmetic', op, left, right };
}
