import {
  add,
  and,
  asc,
  call,
  caseWhen,
  column,
  divide,
  eq,
  integer,
  multiply,
  named,
  ne,
  type SqlExpr,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  subtract,
  text,
  when,
} from '../../../base/sql/index.ts';
import { outcomeWeights } from '../outcome-code.ts';
import { tierExpr } from '../score-query.ts';
import type { CardChange } from './tier-moves.ts';

/** Which accounts that move to give: the first of the queue. */
export interface MovedAsk extends CardChange {
  readonly limit: number;
  /** Columns of the stored table to give beside `tier_before` and `tier_after`. */
  readonly columns: readonly string[];
}

/** The digit of a line that holds. */
const yes = 2;

/**
 * The accounts of a stored table whose tier changes from one card to the other, by rank. The fit is read anew from the
 * stored outcomes of the edited lines; no condition is asked again.
 *
 * @param scored made by `listQuery` with a card of the same lines
 */
export function movedQuery(scored: SqlRelation, { before, after, limit, columns }: MovedAsk): SqlSelect {
  const edits = after.fit.flatMap(({ points }, line) => {
    const more = points - before.fit[line]!.points;
    return more === 0 ? [] : [gainOf(line, more)];
  });
  const kept = [...new Set([...columns, 'rank', 'account_id'])].map((name) => column(name));
  const moved = select({
    columns: [
      ...kept,
      named(tierExpr(column('fit'), before), 'tier_before'),
      named(tierExpr([column('fit'), ...edits].reduce(add), after), 'tier_after'),
    ],
    from: scored,
    where: eq(column('standing'), text('scored')),
  });
  return select({
    columns: [...columns, 'tier_before', 'tier_after'].map((name) => column(name)),
    from: subquery(moved, 'm'),
    where: and([ne(column('tier_before'), column('tier_after'))]),
    orderBy: [asc(column('rank')), asc(column('account_id'))],
    limit,
  });
}

/** What an account gains by more points on a line: nothing unless the line holds. */
function gainOf(line: number, points: number): SqlExpr {
  const [weight = 1, next = 3] = outcomeWeights(line + 2).slice(line);
  const whole = (of: number) => call('floor', divide(column('fit_code'), integer(of)));
  const digit = subtract(whole(weight), multiply(whole(next), integer(3)));
  return caseWhen([when(eq(digit, integer(yes)), integer(points))], integer(0));
}
