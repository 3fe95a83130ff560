import type { ResolvedCondition } from '../expr/index.ts';
import { call, tryCast } from './calls.ts';
import { column } from './columns.ts';
import { eq, ge, gt, isNotNull, le, lt } from './comparisons.ts';
import type { FieldShape } from './compile-sources.ts';
import { boolean, date, nullOf, number, text } from './literals.ts';
import { and, caseWhen, not, or, when } from './logic.ts';
import type { SqlExpr } from './types.ts';

type Window = Extract<ResolvedCondition, { op: 'window' }>;
type Dates = Extract<ResolvedCondition, { op: 'dates' }>;

const UNKNOWN = nullOf('boolean');

/** A numeric window as three-valued SQL: a band is yes wholly inside, no wholly outside, else unknown. */
export function compileWindow(window: Window, shape: FieldShape): SqlExpr {
  if (shape.kind !== 'number' && shape.kind !== 'money' && shape.kind !== 'year') return UNKNOWN;
  const inside = shape.banded ? isBandInside(window) : isInside(window, column(window.field));
  if (window.currency === null) return inside;
  if (shape.kind !== 'money') return UNKNOWN;
  if (!shape.mixedCurrency) return shape.unit === window.currency ? inside : UNKNOWN;
  const same = eq(column(`${window.field}_currency`), text(window.currency));
  return caseWhen([when(same, inside)], UNKNOWN);
}

function isInside({ low, high }: Window, of: SqlExpr): SqlExpr {
  const ends = [...atLeast(of, low), ...atMost(of, high)];
  return ends.length === 0 ? knownIsYes([of]) : and(ends);
}

function isBandInside(window: Window): SqlExpr {
  const { field, low, high } = window;
  const exact = column(field);
  const [bandLow, bandHigh] = [column(`${field}_low`), column(`${field}_high`)];
  const inside = [...atLeast(bandLow, low), ...atMost(bandHigh, high)];
  if (inside.length === 0) return knownIsYes([exact, bandLow, bandHigh]);
  const outside = [
    ...(Number.isFinite(low) ? [lt(bandHigh, number(low))] : []),
    ...(Number.isFinite(high) ? [gt(bandLow, number(high))] : []),
  ];
  return caseWhen(
    [
      when(isNotNull(exact), isInside(window, exact)),
      when(and(inside), boolean(true)),
      when(or(outside), boolean(false)),
    ],
    UNKNOWN,
  );
}

function knownIsYes(of: readonly SqlExpr[]): SqlExpr {
  return caseWhen([when(or(of.map(isNotNull)), boolean(true))], UNKNOWN);
}

function atLeast(of: SqlExpr, low: number): readonly SqlExpr[] {
  return Number.isFinite(low) ? [ge(of, number(low))] : [];
}

function atMost(of: SqlExpr, high: number): readonly SqlExpr[] {
  return Number.isFinite(high) ? [le(of, number(high))] : [];
}

/** Days as three-valued SQL. A text column counts where it holds a real day written `YYYY-MM-DD`. */
export function compileDates(dates: Dates, shape: FieldShape): SqlExpr {
  const of = column(dates.field);
  if (shape.kind === 'date') return isBetween(of, dates);
  if (shape.kind !== 'text' && shape.kind !== 'category') return UNKNOWN;
  const looksLikeDay = and([
    call('matches', of, text('^[0-9]{4}-[0-9]{2}-[0-9]{2}$')),
    not(call('matches', of, text('^0000'))),
  ]);
  return caseWhen([when(looksLikeDay, isBetween(tryCast(of, 'date'), dates))], UNKNOWN);
}

function isBetween(of: SqlExpr, { from, to }: Dates): SqlExpr {
  const ends = [...(from === null ? [] : [ge(of, date(from))]), ...(to === null ? [] : [le(of, date(to))])];
  return ends.length === 0 ? knownIsYes([of]) : and(ends);
}
