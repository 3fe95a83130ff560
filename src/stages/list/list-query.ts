import {
  and,
  asc,
  caseWhen,
  column,
  desc,
  eq,
  integer,
  isNull,
  leftJoin,
  named,
  ne,
  nullOf,
  type OrderTerm,
  or,
  rowNumber,
  type SqlExpr,
  type SqlSelect,
  select,
  subquery,
  text,
  when,
} from '../../base/sql/index.ts';
import type { Card } from '../scorecard/index.ts';

/** Columns of an account that the list carries along; those that the data lacks are null. */
export const listedColumns = ['account_id', 'name', 'domain', 'industry', 'country', 'owner'] as const;

/** Columns that hold outcome codes in the stored list, to be decoded on reading. */
export const codeColumns = [
  'fit_code',
  'anti_code',
  'market_code',
  'timing_code',
  'timing_line',
  'timing_on',
  'committee_code',
] as const;

/**
 * The full ranked table as it is stored: one row per account, codes in place of texts, ordered by `queue_by`, then
 * fit, then id. Accounts out of the market or disqualified come last, without a rank.
 */
export function listQuery(card: Card, scored: SqlSelect, committee: SqlSelect | null): SqlSelect {
  const kept = scored.columns.map(({ as }) => as);
  const has = new Set(kept);
  const base = listedColumns.map((name) => named(has.has(name) ? column(name, 's') : nullOf('text'), name));
  const rest = kept.filter((name) => !(listedColumns as readonly string[]).includes(name));
  const joined = select({
    columns: [
      ...base,
      ...rest.map((name) => named(column(name, 's'), name)),
      named(playColumn(), 'play'),
      named(committee === null ? nullOf('integer') : committeeCode(), 'committee_code'),
      named(committee === null ? nullOf('text') : column('best_contact', 'c'), 'best_contact'),
    ],
    from: committee === null ? subquery(scored, 's') : withCommittee(scored, committee),
  });
  const order = orderOf(card);
  return select({
    columns: [
      ...joined.columns.map(({ as }) => named(column(as), as)),
      named(caseWhen([when(isScored(), rowNumber({ orderBy: order }))]), 'rank'),
    ],
    from: subquery(joined, 'j'),
    orderBy: order,
  });
}

function withCommittee(scored: SqlSelect, committee: SqlSelect) {
  const same = eq(column('account_id', 's'), column('account_id', 'c'));
  return leftJoin(subquery(scored, 's'), subquery(committee, 'c'), same);
}

/** An account without people has nobody found: that is known once people were imported. */
function committeeCode(): SqlExpr {
  const code = column('committee_code', 'c');
  return caseWhen([when(isNull(code), integer(0))], code);
}

function isScored(): SqlExpr {
  return eq(column('standing'), text('scored'));
}

function playColumn(): SqlExpr {
  const tier = column('tier', 's');
  const out = or([ne(column('standing', 's'), text('scored')), eq(tier, text('D'))]);
  const hotA = and([eq(tier, text('A')), eq(column('timing', 's'), text('hot'))]);
  return caseWhen(
    [when(out, text('out')), when(hotA, text('call today')), when(eq(tier, text('A')), text('careful'))],
    text('sequence'),
  );
}

function orderOf(card: Card): readonly OrderTerm[] {
  const tier = orderIndex('tier', ['A', 'B', 'C', 'D']);
  const timing = orderIndex('timing', ['hot', 'warm']);
  const queue = card.queueBy.map((key) => asc(key === 'tier' ? tier : timing));
  const standing = caseWhen([when(isScored(), integer(0))], integer(1));
  return [asc(standing), ...queue, desc(column('fit')), asc(column('account_id'))];
}

/** Place of a class in a fixed order; the others, unknown timing among them, share the last place. */
function orderIndex(name: string, classes: readonly string[]): SqlExpr {
  return caseWhen(
    classes.map((value, i) => when(eq(column(name), text(value)), integer(i))),
    integer(classes.length),
  );
}
