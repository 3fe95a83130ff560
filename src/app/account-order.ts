import {
  asc,
  call,
  caseWhen,
  column,
  eq,
  integer,
  type OrderTerm,
  type SqlExpr,
  text,
  when,
} from '../base/sql/index.ts';

/** What the list can be ordered by: its place in the queue, or any column that is shown. */
export const accountSorts = [
  'rank',
  'name',
  'domain',
  'industry',
  'country',
  'owner',
  'tier',
  'fit',
  'fit_max',
  'timing',
  'play',
  'best_contact',
] as const;

/** One of `accountSorts`. */
export type AccountSort = (typeof accountSorts)[number];

/** An order of the list; unknown values come last both ways. */
export interface AccountOrder {
  readonly by: AccountSort;
  readonly direction: 'asc' | 'desc';
}

const plays = ['call today', 'careful', 'sequence', 'out'] as const;

/** The terms to sort a stored list by; equal ones stay in the order of the queue, then of their ids. */
export function orderTerms({ by, direction }: AccountOrder): readonly OrderTerm[] {
  const first: OrderTerm = { of: keyOf(by), direction, nulls: 'last' };
  const rest = [asc(column('rank')), asc(column('account_id'))];
  if (by !== 'rank') return [first, ...rest];
  return [first, { of: column('account_id'), direction, nulls: 'last' }];
}

function keyOf(by: AccountSort): SqlExpr {
  switch (by) {
    case 'rank':
    case 'tier':
    case 'fit':
    case 'fit_max':
      return column(by);
    case 'timing':
      return column('timing_points');
    case 'play':
      return caseWhen(plays.map((play, i) => when(eq(column('play'), text(play)), integer(i))));
    case 'name':
    case 'domain':
    case 'industry':
    case 'country':
    case 'owner':
    case 'best_contact':
      return call('fold', column(by));
  }
}
