import {
  asc,
  type ConditionSources,
  caseWhen,
  column,
  count,
  eq,
  integer,
  type NamedExpr,
  named,
  type Row,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  text,
  when,
} from '../../../base/sql/index.ts';
import type { TimingClass } from '../../signals/index.ts';
import { scoreLines } from '../score-lines.ts';
import { scoreSums } from '../score-sums.ts';
import { timingClassOf, timingPoints } from '../score-timing.ts';
import type { Card } from '../types.ts';
import type { OutcomeGroup, OutcomeVectors } from './types.ts';

/**
 * Counts the distinct vectors of outcomes over the accounts themselves, a row each: `standing`, `timing`, `fit_code`
 * and `accounts`. Accounts outside the market are one row, of whose lines nothing is asked.
 */
export function outcomeQuery(card: Card, sources: ConditionSources): SqlSelect {
  const { query, sums } = scoreLines(card, sources, { accountColumns: [], codes: 'fit', days: false });
  const [standing] = scoreSums(card, sums) as readonly [NamedExpr];
  const summed = select({
    columns: [
      standing,
      named(sums.read('fit_code'), 'fit_code'),
      named(timingPoints(card, sums), 'timing_points'),
    ],
    from: subquery(query, 'l'),
  });
  const classed = select({
    columns: [column('standing'), column('fit_code'), named(timingClassOf(card), 'timing')],
    from: subquery(summed, 's'),
  });
  return storedOutcomeQuery(subquery(classed, 'c'));
}

/** The same counts from a table that `scoreQuery` made: columns `standing`, `timing` and `fit_code`. */
export function storedOutcomeQuery(scored: SqlRelation): SqlSelect {
  const outside = when(eq(column('standing'), text('outside-market')), integer(0));
  const timing = when(eq(column('standing'), text('outside-market')), text('unknown'));
  const kept = select({
    columns: [
      column('standing'),
      named(caseWhen([timing], column('timing')), 'timing'),
      named(caseWhen([outside], column('fit_code')), 'fit_code'),
    ],
    from: scored,
  });
  const keys = [column('standing'), column('timing'), column('fit_code')];
  return select({
    columns: [...keys, named(count(), 'accounts')],
    from: subquery(kept, 'k'),
    groupBy: keys,
    orderBy: keys.map((key) => asc(key)),
  });
}

/**
 * Reads the rows of `outcomeQuery` or `storedOutcomeQuery`.
 *
 * @param lines fit lines of the card
 */
export function readOutcomes(rows: readonly Row[], lines: number): OutcomeVectors {
  const groups = new Map<string, { -readonly [K in keyof OutcomeGroup]: OutcomeGroup[K] }>();
  let outsideMarket = 0;
  for (const { standing, timing, fit_code, accounts } of rows) {
    if (standing === 'outside-market') outsideMarket += Number(accounts);
    else {
      const key = `${String(standing)} ${String(timing)}`;
      const of = groups.get(key) ?? {
        standing: standing as OutcomeGroup['standing'],
        timing: timing as TimingClass,
        codes: [],
        accounts: [],
      };
      groups.set(key, of);
      (of.codes as number[]).push(Number(fit_code));
      (of.accounts as number[]).push(Number(accounts));
    }
  }
  return { kind: 'outcome-vectors', version: 1, lines, outsideMarket, groups: [...groups.values()] };
}
