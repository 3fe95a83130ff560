import {
  add,
  and,
  caseWhen,
  integer,
  isNull,
  type NamedExpr,
  named,
  not,
  or,
  type SqlExpr,
  text,
  when,
} from '../../base/sql/index.ts';
import { outcomeWeights } from './outcome-code.ts';
import { truthColumns } from './score-lines.ts';
import type { Card } from './types.ts';

/** Standing, fit, what the unknown lines may take off it or add to it, and the outcome codes. */
export function scoreSums(card: Card): readonly NamedExpr[] {
  const fit = truthColumns(card, 'fit');
  const whenUnknown = (bounded: (points: number) => number) =>
    totalOf(fit.map((truth, i) => worthWhen(isNull(truth), bounded(card.fit[i]!.points))));
  return [
    named(standing(card), 'standing'),
    named(totalOf(fit.map((truth, i) => worthWhen(truth, card.fit[i]!.points))), 'fit'),
    named(
      whenUnknown((points) => Math.min(points, 0)),
      'below',
    ),
    named(
      whenUnknown((points) => Math.max(points, 0)),
      'above',
    ),
    ...(['fit', 'anti', 'market', 'timing'] as const).map((part) =>
      named(codeOf(truthColumns(card, part)), `${part}_code`),
    ),
  ];
}

/** Sum of terms; `zero` when there are none. */
export function totalOf(terms: readonly SqlExpr[], zero: SqlExpr = integer(0)): SqlExpr {
  return terms.length === 0 ? zero : terms.reduce((sum, term) => add(sum, term));
}

function standing(card: Card): SqlExpr {
  const inMarket = and(truthColumns(card, 'market'));
  const disqualified = or(truthColumns(card, 'anti'));
  return caseWhen(
    [when(not(inMarket), text('outside-market')), when(disqualified, text('disqualified'))],
    text('scored'),
  );
}

function worthWhen(condition: SqlExpr, points: number): SqlExpr {
  return points === 0 ? integer(0) : caseWhen([when(condition, integer(points))], integer(0));
}

/** See `encodeOutcomes`. */
function codeOf(truths: readonly SqlExpr[]): SqlExpr {
  const weights = outcomeWeights(truths.length);
  return totalOf(
    truths.map((truth, i) => {
      const weight = weights[i]!;
      const branches = [when(truth, integer(2 * weight)), when(isNull(truth), integer(weight))];
      return caseWhen(branches, integer(0));
    }),
  );
}
