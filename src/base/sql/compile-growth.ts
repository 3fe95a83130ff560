import { growthFloor, type ResolvedCondition } from '../expr/index.ts';
import { divide } from './arithmetic.ts';
import { column } from './columns.ts';
import { eq, ge, gt, isNotNull, le } from './comparisons.ts';
import type { Grouped } from './compile-grouped.ts';
import { date, nullOf, number, text } from './literals.ts';
import { and, caseWhen, when } from './logic.ts';
import { byTruth, type CompiledTruth, unknownTruth } from './outcomes.ts';
import type { SqlExpr } from './types.ts';

/** Growth between two dated observations as three-valued SQL. */
export function compileGrowth(
  growth: Extract<ResolvedCondition, { op: 'growth' }>,
  observations: Grouped | null,
): CompiledTruth {
  if (observations === null) return unknownTruth;
  const newer = newestUntil(growth.now, growth.field, observations);
  const older = newestUntil(growth.before, growth.field, observations);
  const comparable = and([gt(newer.day, older.day), gt(older.value, number(0))]);
  const grown = ge(divide(newer.value, older.value), number(growthFloor(growth.min)));
  return byTruth(caseWhen([when(comparable, grown)], nullOf('boolean')));
}

function newestUntil(
  until: string,
  field: string,
  observations: Grouped,
): { readonly day: SqlExpr; readonly value: SqlExpr } {
  const [value, day] = [column('value'), column('observed_on')];
  const filter = and([eq(column('field'), text(field)), le(day, date(until)), isNotNull(value)]);
  return {
    day: observations.ask({ fn: 'max', args: [day], filter }),
    value: observations.ask({ fn: 'argMax', args: [value, day], filter }),
  };
}
