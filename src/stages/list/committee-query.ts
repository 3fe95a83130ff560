import {
  add,
  aggregate,
  and,
  boolean,
  call,
  caseWhen,
  column,
  eq,
  integer,
  isIn,
  isNotNull,
  isNull,
  leftJoin,
  multiply,
  named,
  not,
  or,
  type SqlExpr,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  text,
  when,
} from '../../base/sql/index.ts';

/** Who works where, and which of them are figures of the committee. */
export interface CommitteeSources {
  readonly people: SqlRelation;
  /** `title`, `committee_role`, `figure` (index into the committee): every pair that is a figure. */
  readonly figures: SqlRelation;
  /** Figures on the page. */
  readonly count: number;
}

/**
 * Who is known at each account: `account_id`, `committee_code` (bit i set when figure i is found) and
 * `best_contact` (name, title, email of the first figure that may be written to, verified addresses first).
 */
export function committeeQuery({ people, figures, count }: CommitteeSources): SqlSelect {
  const reachable = not(call('coalesce', column('suppressed', 'k'), boolean(false)));
  const found = (i: number) =>
    caseWhen(
      [when(aggregate('boolOr', [eq(column('figure', 'k'), integer(i))]), integer(2 ** i))],
      integer(0),
    );
  const codes = Array.from({ length: count }, (_, i) => found(i));
  return select({
    columns: [
      named(column('account_id', 'k'), 'account_id'),
      named(
        codes.reduce((sum, bit) => add(sum, bit), integer(0)),
        'committee_code',
      ),
      named(
        aggregate('argMin', [contactText(), contactOrder(count)], {
          filter: and([reachable, isNotNull(contactText())]),
        }),
        'best_contact',
      ),
    ],
    from: subquery(withFigures(people, figures), 'k'),
    where: isNotNull(column('account_id', 'k')),
    groupBy: [column('account_id', 'k')],
  });
}

const personColumns = ['account_id', 'name', 'email', 'email_status', 'suppressed'] as const;

function withFigures(people: SqlRelation, figures: SqlRelation): SqlSelect {
  const keys = ['title', 'committee_role'] as const;
  const keyed = (from: SqlRelation, carried: readonly string[]) =>
    select({
      columns: [
        ...carried.map((name) => column(name)),
        ...keys.map((name) => named(call('coalesce', column(name), text('')), `${name}_key`)),
      ],
      from,
    });
  const same = and(keys.map((name) => eq(column(`${name}_key`, 'p'), column(`${name}_key`, 'f'))));
  return select({
    columns: [
      ...personColumns.map((name) => named(column(name, 'p'), name)),
      named(column('title', 'p'), 'title'),
      named(column('figure', 'f'), 'figure'),
    ],
    from: leftJoin(
      subquery(keyed(people, [...personColumns, 'title']), 'p'),
      subquery(keyed(figures, ['figure']), 'f'),
      same,
    ),
  });
}

/** Name, title and an address that is not known to be dead; the address alone when there is no name. */
function contactText(): SqlExpr {
  const who = column('name', 'k');
  const address = caseWhen([when(not(statusIs(dead)), column('email', 'k'))]);
  const after = (part: SqlExpr) =>
    caseWhen([when(isNotNull(part), call('concat', text(', '), part))], text(''));
  const whole = call('concat', who, after(column('title', 'k')), after(address));
  return caseWhen([when(isNotNull(who), whole)], address);
}

/** Figures in the order of the page, then people outside the committee; within one, a verified address first. */
function contactOrder(count: number): SqlExpr {
  const figure = call('coalesce', column('figure', 'k'), integer(count));
  const address = caseWhen(
    [
      when(or([isNull(column('email', 'k')), statusIs(dead)]), integer(2)),
      when(statusIs(verified), integer(0)),
    ],
    integer(1),
  );
  return add(multiply(figure, integer(3)), address);
}

const verified = ['verified', 'valid', 'deliverable', 'ok'];
const dead = ['invalid', 'bounced', 'hard bounced', 'undeliverable'];

function statusIs(words: readonly string[]): SqlExpr {
  const status = call('lower', call('coalesce', column('email_status', 'k'), text('')));
  return isIn(status, words);
}
