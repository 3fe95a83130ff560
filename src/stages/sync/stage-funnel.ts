import {
  caseWhen,
  column,
  countDistinct,
  eq,
  isNotNull,
  leftJoin,
  named,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  text,
  when,
} from '../../base/sql/index.ts';

/** What the funnel is counted from. */
export interface FunnelParts {
  /** Rows `deal`, `stage`, `at`. */
  readonly history: SqlRelation;
  /** Rows `deal`, `stage` (where it is now) and `outcome` (won, lost, open or null). */
  readonly deals: SqlRelation;
}

/**
 * Counts per stage: deals that ever entered it (`entered`), and of those how they stand now (`won`, `lost`, `open`) and how
 * many are in it now (`here`). Deals whose history nobody kept count for the stage they are in.
 */
export function stageFunnel({ history, deals }: FunnelParts): SqlSelect {
  const now = subquery(select({ columns: dealColumns(), from: deals }), 'n');
  const both = entered(history, deals);
  const of = (outcome: string) =>
    named(
      countDistinct(caseWhen([when(eq(column('outcome', 'n'), text(outcome)), column('deal', 'e'))])),
      outcome,
    );
  return select({
    columns: [
      named(column('stage', 'e'), 'stage'),
      named(countDistinct(column('deal', 'e')), 'entered'),
      of('won'),
      of('lost'),
      of('open'),
      named(
        countDistinct(caseWhen([when(eq(column('stage', 'n'), column('stage', 'e')), column('deal', 'e'))])),
        'here',
      ),
    ],
    from: leftJoin(both, now, eq(column('deal', 'e'), column('deal', 'n'))),
    where: isNotNull(column('deal', 'n')),
    groupBy: [column('stage', 'e')],
  });
}

function dealColumns() {
  return ['deal', 'stage', 'outcome'].map((name) => named(column(name), name));
}

function entered(history: SqlRelation, deals: SqlRelation): SqlRelation {
  const pair = (from: SqlRelation): SqlSelect =>
    select({ columns: [named(column('deal'), 'deal'), named(column('stage'), 'stage')], from });
  return subquery({ kind: 'union', of: [pair(history), pair(deals)] }, 'e');
}
