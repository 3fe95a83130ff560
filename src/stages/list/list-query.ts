import {
  add,
  asc,
  caseWhen,
  column,
  eq,
  integer,
  isNull,
  leftJoin,
  multiply,
  type NamedExpr,
  named,
  ne,
  nullOf,
  or,
  rowNumber,
  type SqlExpr,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  subtract,
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
 * fit, then id. Accounts out of the market or disqualified come last, without a rank. Sorted once: a row number
 * without an order of its own counts the rows as they come, in every engine.
 */
export function listQuery(card: Card, scored: SqlSelect, committee: SqlSelect | null): SqlSelect {
  const kept = scored.columns.map(({ as }) => as);
  const columns: readonly NamedExpr[] = [
    ...listedColumns.map((name) => named(kept.includes(name) ? column(name, 's') : nullOf('text'), name)),
    ...kept.filter((name) => !isListed(name)).map((name) => named(column(name, 's'), name)),
    named(playColumn(), 'play'),
    named(committee === null ? nullOf('integer') : committeeCode(), 'committee_code'),
    named(committee === null ? nullOf('text') : column('best_contact', 'c'), 'best_contact'),
  ];
  const from = withCommittee(subquery(scored, 's'), committee);
  const placed = select({ columns: [...columns, named(placeOf(card), 'place')], from });
  const shown = columns.map(({ as }) => column(as));
  const ordered = select({
    columns: shown,
    from: subquery(placed, 'j'),
    orderBy: [asc(column('place')), asc(column('account_id'))],
  });
  return select({
    columns: [...shown, named(caseWhen([when(isScored(), rowNumber())]), 'rank')],
    from: subquery(ordered, 'q'),
  });
}

function isListed(name: string): boolean {
  return (listedColumns as readonly string[]).includes(name);
}

function withCommittee(scored: SqlRelation, committee: SqlSelect | null): SqlRelation {
  if (committee === null) return scored;
  const same = eq(column('account_id', 's'), column('account_id', 'c'));
  return leftJoin(scored, subquery(committee, 'c'), same);
}

/** An account without people has nobody found: that is known once people were imported. */
function committeeCode(): SqlExpr {
  const code = column('committee_code', 'c');
  return caseWhen([when(isNull(code), integer(0))], code);
}

function isScored(): SqlExpr {
  return eq(column('standing'), text('scored'));
}

/** See `playOf`. */
function playColumn(): SqlExpr {
  const tier = column('tier', 's');
  const out = or([ne(column('standing', 's'), text('scored')), eq(tier, text('D'))]);
  return caseWhen(
    [
      when(out, text('out')),
      when(ne(tier, text('A')), text('sequence')),
      when(eq(column('timing', 's'), text('hot')), text('call today')),
    ],
    text('careful'),
  );
}

/** The classes of each key of the queue, the front first; the others, unknown timing among them, come last. */
const classes = { tier: ['A', 'B', 'C', 'D'], timing: ['hot', 'warm'] } as const;

/** The place in the queue as one number, the front the smallest: one key to sort by in place of five. */
function placeOf(card: Card): SqlExpr {
  const most = card.fit.reduce((sum, { points }) => sum + Math.max(points, 0), 0);
  const least = card.fit.reduce((sum, { points }) => sum + Math.min(points, 0), 0);
  let place = subtract(integer(most), column('fit', 's'));
  let weight = most - least + 1;
  for (const key of card.queueBy.toReversed()) {
    place = add(multiply(classIndex(key), integer(weight)), place);
    weight *= classes[key].length + 1;
  }
  return add(caseWhen([when(isScored(), integer(0))], integer(weight)), place);
}

function classIndex(key: keyof typeof classes): SqlExpr {
  const found = classes[key].map((value, i) => when(eq(column(key, 's'), text(value)), integer(i)));
  return caseWhen(found, integer(classes[key].length));
}
