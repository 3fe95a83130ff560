import {
  add,
  aggregate,
  and,
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

export interface CommitteeSources {
  readonly people: SqlRelation;
  /** `title`, `committee_role`, `figure` (index into the committee): every pair that is a figure. */
  readonly figures: SqlRelation;
  /** Number of figures on the page. */
  readonly count: number;
}

/**
 * Who is known at each account: `account_id`, `committee_code` (bit i set when figure i is found) and
 * `best_contact` (name, title, email of the first figure that may be written to, verified addresses first).
 */
export function committeeQuery({ people, figures, count }: CommitteeSources): SqlSelect {
  const reachable = not(eq(call('coalesce', column('suppressed', 'k'), falsy), truthy));
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

const truthy: SqlExpr = { kind: 'literal', value: true, type: 'boolean' };
const falsy: SqlExpr = { kind: 'literal', value: false, type: 'boolean' };
const personColumns = ['account_id', 'name', 'title', 'email', 'email_status', 'suppressed'] as const;

function withFigures(people: SqlRelation, figures: SqlRelation): SqlSelect {
  const same = (name: string) =>
    or([
      eq(column(name, 'p'), column(name, 'f')),
      and([isNull(column(name, 'p')), isNull(column(name, 'f'))]),
    ]);
  return select({
    columns: [
      ...personColumns.map((name) => named(column(name, 'p'), name)),
      named(column('figure', 'f'), 'figure'),
    ],
    from: leftJoin(
      subquery(
        select({ columns: [...personColumns, 'committee_role'].map((name) => column(name)), from: people }),
        'p',
      ),
      subquery(
        select({ columns: ['title', 'committee_role', 'figure'].map((name) => column(name)), from: figures }),
        'f',
      ),
      and([same('title'), same('committee_role')]),
    ),
  });
}

function contactText(): SqlExpr {
  const after = (name: string) =>
    caseWhen([when(isNotNull(column(name, 'k')), call('concat', text(', '), column(name, 'k')))], text(''));
  const who = column('name', 'k');
  return caseWhen(
    [when(isNotNull(who), call('concat', who, after('title'), after('email')))],
    column('email', 'k'),
  );
}

/** Figures in the order of the page, then people outside the committee; within one, a verified address first. */
function contactOrder(count: number): SqlExpr {
  const figure = call('coalesce', column('figure', 'k'), integer(count));
  const email = caseWhen(
    [
      when(isNull(column('email', 'k')), integer(2)),
      when(isIn(column('email_status', 'k'), ['verified', 'valid', 'deliverable']), integer(0)),
      when(isIn(column('email_status', 'k'), ['invalid', 'bounced', 'undeliverable']), integer(3)),
    ],
    integer(1),
  );
  return add(multiply(figure, integer(4)), email);
}
