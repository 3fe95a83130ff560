import {
  antiJoin,
  call,
  column,
  count,
  eq,
  integer,
  isNotNull,
  leftJoin,
  min,
  named,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
} from '../../base/sql/index.ts';

/** The list and the companies of the CRM as they were imported. */
export interface ListedRecordsParts {
  /** `account_id`, `domain` and `columns`. */
  readonly list: (alias: string) => SqlRelation;
  /** The accounts that the CRM gave: `account_id` (its own id) and `domain`. */
  readonly companies: (alias: string) => SqlRelation;
  readonly columns: readonly string[];
}

/**
 * The list with the CRM's id as `account_id`: an account that another source names first has that one's id, and is found by its web
 * domain, where just one company of the CRM has it. One that is not in the CRM keeps its own.
 */
export function listedRecords({ list, companies, columns }: ListedRecordsParts): SqlSelect {
  const others = antiJoin(
    companies('c'),
    list('k'),
    eq(column('account_id', 'c'), column('account_id', 'k')),
  );
  const byDomain = select({
    columns: [named(column('domain', 'c'), 'domain'), named(min(column('account_id', 'c')), 'id')],
    from: others,
    where: isNotNull(column('domain', 'c')),
    groupBy: [column('domain', 'c')],
    having: eq(count(), integer(1)),
  });
  const own = leftJoin(list('l'), companies('o'), eq(column('account_id', 'l'), column('account_id', 'o')));
  return select({
    columns: [
      named(
        call('coalesce', column('account_id', 'o'), column('id', 'd'), column('account_id', 'l')),
        'account_id',
      ),
      ...columns.map((name) => named(column(name, 'l'), name)),
    ],
    from: leftJoin(own, subquery(byDomain, 'd'), eq(column('domain', 'l'), column('domain', 'd'))),
  });
}
