import type { ResolvedCondition, Scalar } from '../expr/index.ts';
import { isDate } from '../expr/index.ts';
import { call } from './calls.ts';
import { column } from './columns.ts';
import { eq, ge, isIn, isNotNull, isNull, le } from './comparisons.ts';
import type { FieldShape } from './compile-sources.ts';
import { boolean, nullOf, number, textList } from './literals.ts';
import { and, caseWhen, not, or, when } from './logic.ts';
import { byTruth, type CompiledTruth } from './outcomes.ts';
import type { SqlExpr, SqlType } from './types.ts';

/** Membership as three-valued SQL: unknown for an unknown value; values of another type are never equal. */
export function compileMember(
  { field, values, negated }: Extract<ResolvedCondition, { op: 'member' }>,
  shape: FieldShape,
): CompiledTruth {
  const found = isMember(field, values, shape);
  const truth = negated ? not(found) : found;
  return shape.banded ? byTruth(truth) : byTruth(truth, isNull(column(field)));
}

function isMember(field: string, values: readonly Scalar[], { kind, banded }: FieldShape): SqlExpr {
  const of = column(field);
  switch (kind) {
    case 'category':
    case 'text':
      return inList(of, 'isElement', values.filter(isText));
    case 'set':
      return inList(of, 'overlaps', values.filter(isText));
    case 'boolean':
      return isBoolean(of, values);
    case 'date':
      return isOneOf(of, values.filter(isText).filter(isDate), 'date');
    default: {
      const numbers = values.filter((value) => typeof value === 'number');
      const exact = isOneOf(of, numbers, 'double');
      return banded ? caseWhen([when(isNotNull(of), exact)], isInBand(field, numbers)) : exact;
    }
  }
}

function isText(value: Scalar): value is string {
  return typeof value === 'string';
}

/** A column of booleans says itself whether it is true. */
function isBoolean(of: SqlExpr, values: readonly Scalar[]): SqlExpr {
  const [yes, no] = [values.includes(true), values.includes(false)];
  if (yes && no) return or([of, not(of)]);
  if (yes) return of;
  return no ? not(of) : noWhereKnown(of);
}

function isOneOf(of: SqlExpr, values: readonly Scalar[], type: SqlType): SqlExpr {
  return values.length === 0 ? noWhereKnown(of) : isIn(of, values, type);
}

function inList(of: SqlExpr, fn: 'isElement' | 'overlaps', values: readonly string[]): SqlExpr {
  return values.length === 0 ? noWhereKnown(of) : call(fn, of, textList(values));
}

function noWhereKnown(of: SqlExpr): SqlExpr {
  return caseWhen([when(isNotNull(of), boolean(false))], nullOf('boolean'));
}

/** A band is one of the numbers only when it is that number; it may be one that lies inside. */
function isInBand(field: string, numbers: readonly number[]): SqlExpr {
  const [low, high] = [column(`${field}_low`), column(`${field}_high`)];
  const inside = numbers.map((value) => and([le(low, number(value)), ge(high, number(value))]));
  return caseWhen(
    [
      when(and([isNull(low), isNull(high)]), nullOf('boolean')),
      when(not(or(inside)), boolean(false)),
      when(eq(low, high), boolean(true)),
    ],
    nullOf('boolean'),
  );
}
