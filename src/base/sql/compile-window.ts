import type { ResolvedCondition } from '../expr/index.ts';
import { call, tryCast } from './calls.ts';
import { column } from './columns.ts';
import { eq, ge, gt, isNotNull, isNull, le, lt } from './comparisons.ts';
import type { FieldShape } from './compile-sources.ts';
import { date, integer, nullOf, number, text } from './literals.ts';
import { and, caseWhen, not, or, when } from './logic.ts';
import { byCases, byTruth, type CompiledTruth, unknownTruth } from './outcomes.ts';
import type { SqlExpr } from './types.ts';

type Window = Extract<ResolvedCondition, { op: 'window' }>;
type Dates = Extract<ResolvedCondition, { op: 'dates' }>;

/** A numeric window as three-valued SQL: a band is yes wholly inside, no wholly outside, else unknown. */
export function compileWindow(window: Window, shape: FieldShape): CompiledTruth {
  if (shape.kind !== 'number' && shape.kind !== 'money' && shape.kind !== 'year') return unknownTruth;
  const inside = shape.banded ? isBandInside(window) : isInside(window, column(window.field));
  if (window.currency === null) return inside;
  if (shape.kind !== 'money') return unknownTruth;
  if (!shape.mixedCurrency) return shape.unit === window.currency ? inside : unknownTruth;
  const same = eq(column(`${window.field}_currency`), text(window.currency));
  return byTruth(caseWhen([when(same, inside.truth)], nullOf('boolean')));
}

function isInside({ low, high }: Window, of: SqlExpr): CompiledTruth {
  const ends = [...atLeast(of, low), ...atMost(of, high)];
  return ends.length === 0 ? knownIsYes([of]) : byTruth(and(ends), isNull(of));
}

/** An exact value is a band of one number, so that the two ends say all. */
function isBandInside({ field, low, high }: Window): CompiledTruth {
  const [bandLow, bandHigh] = [column(`${field}_low`), column(`${field}_high`)];
  const inside = [...atLeast(bandLow, low), ...atMost(bandHigh, high)];
  if (inside.length === 0) return knownIsYes([bandLow, bandHigh]);
  const outside = [
    ...(Number.isFinite(low) ? [lt(bandHigh, end(low))] : []),
    ...(Number.isFinite(high) ? [gt(bandLow, end(high))] : []),
  ];
  return byCases([{ when: and(inside), is: true }, ...outside.map((when) => ({ when, is: false }))], null);
}

function knownIsYes(of: readonly SqlExpr[]): CompiledTruth {
  return byCases([{ when: or(of.map(isNotNull)), is: true }], null);
}

function atLeast(of: SqlExpr, low: number): readonly SqlExpr[] {
  return Number.isFinite(low) ? [ge(of, end(low))] : [];
}

function atMost(of: SqlExpr, high: number): readonly SqlExpr[] {
  return Number.isFinite(high) ? [le(of, end(high))] : [];
}

/** A whole end is bound as one, so that a column of whole numbers is compared as it is. */
function end(value: number): SqlExpr {
  return Number.isSafeInteger(value) ? integer(value) : number(value);
}

/** Days as three-valued SQL. A text column counts where it holds a real day written `YYYY-MM-DD`. */
export function compileDates(dates: Dates, shape: FieldShape): CompiledTruth {
  const of = column(dates.field);
  if (shape.kind === 'date') return isBetween(of, dates);
  if (shape.kind !== 'text' && shape.kind !== 'category') return unknownTruth;
  const looksLikeDay = and([
    call('matches', of, text('^[0-9]{4}-[0-9]{2}-[0-9]{2}$')),
    not(call('matches', of, text('^0000'))),
  ]);
  const day = isBetween(tryCast(of, 'date'), dates);
  return byTruth(caseWhen([when(looksLikeDay, day.truth)], nullOf('boolean')));
}

function isBetween(of: SqlExpr, { from, to }: Dates): CompiledTruth {
  const ends = [...(from === null ? [] : [ge(of, date(from))]), ...(to === null ? [] : [le(of, date(to))])];
  return ends.length === 0 ? knownIsYes([of]) : byTruth(and(ends), isNull(of));
}
