import type { Scalar } from '../expr/index.ts';
import type { SqlExpr, SqlType } from './types.ts';

/** A literal of any type; always bound as a parameter, never part of the SQL text. */
export function literal(value: Scalar | null | readonly string[], type: SqlType): SqlExpr {
  return { kind: 'literal', value, type };
}

/** A text literal. */
export function text(value: string): SqlExpr {
  return literal(value, 'text');
}

/** A whole-number literal. */
export function integer(value: number): SqlExpr {
  return literal(value, 'integer');
}

/** A real-number literal; ±Infinity is allowed. */
export function number(value: number): SqlExpr {
  return literal(value, 'double');
}

/** A true or false literal. */
export function boolean(value: boolean): SqlExpr {
  return literal(value, 'boolean');
}

/** A calendar-day literal, `YYYY-MM-DD`. */
export function date(day: string): SqlExpr {
  return literal(day, 'date');
}

/** A list-of-texts literal. */
export function textList(values: readonly string[]): SqlExpr {
  return literal(values, 'text[]');
}

/** An unknown of the given type. */
export function nullOf(type: SqlType): SqlExpr {
  return literal(null, type);
}
