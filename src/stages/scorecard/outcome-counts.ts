import type { Truth } from '../../base/expr/index.ts';
import {
  type ConditionSources,
  column,
  count,
  eq,
  join,
  named,
  ne,
  type Row,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  sum,
  text,
} from '../../base/sql/index.ts';
import { decodeOutcomes } from './outcome-code.ts';
import { scoreQuery } from './score-query.ts';
import type { Card } from './types.ts';

/** How many accounts of the market the fit lines come out alike for. */
export interface OutcomeCount {
  /** Of each fit line of the card. */
  readonly truths: readonly Truth[];
  /** False: disqualified. */
  readonly scored: boolean;
  readonly accounts: number;
  /** Compared units at these accounts, and how many of them are best; zero when nothing was compared. */
  readonly units: number;
  readonly best: number;
}

/**
 * Counts the accounts inside the market by how the fit lines come out and whether an anti line disqualifies: from these
 * counts every total and every other choice of points or tiers can be worked out without asking again.
 *
 * @param units `account_id`, `units`, `best` of each account that was compared; null counts accounts alone
 */
export function outcomeCountsQuery(
  card: Card,
  sources: ConditionSources,
  units: SqlRelation | null,
): SqlSelect {
  const scored = subquery(scoreQuery({ ...card, timing: [] }, sources, ['account_id']), 's');
  const same = eq(column('account_id', 's'), column('account_id', 'u'));
  const of = [column('standing', 's'), column('fit_code', 's')];
  return select({
    columns: [
      ...of.map((key) => named(key, key.name)),
      named(count(), 'accounts'),
      ...(units === null ? [] : ['units', 'best'].map((name) => named(sum(column(name, 'u')), name))),
    ],
    from: units === null ? scored : join(scored, units, same),
    where: ne(column('standing', 's'), text('outside-market')),
    groupBy: of,
  });
}

/** Reads one row of `outcomeCountsQuery`. */
export function readOutcomeCount({ fit }: Pick<Card, 'fit'>, row: Row): OutcomeCount {
  return {
    truths: decodeOutcomes(Number(row.fit_code), fit.length),
    scored: row.standing === 'scored',
    accounts: Number(row.accounts),
    units: Number(row.units ?? 0),
    best: Number(row.best ?? 0),
  };
}
