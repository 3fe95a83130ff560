import { column, eq, named, nullOf, type SqlRelation, select, subquery, text } from '../base/sql/index.ts';
import type { ExclusionTables } from '../stages/list/index.ts';
import { canonicalRelation } from './canonical-relation.ts';
import type { CurrentData } from './current-data.ts';

/**
 * The tables that say who is no prospect, with the dates that this takes. Where no customers were imported, an
 * account with a won deal is a customer from the day on which the deal was closed.
 */
export function exclusionTables(data: CurrentData): ExclusionTables {
  const deals = canonicalRelation(data, 'deals', {
    account_id: 'text',
    outcome: 'text',
    created_on: 'date',
    closed_on: 'date',
  });
  const customers = canonicalRelation(data, 'customers', {
    account_id: 'text',
    started_on: 'date',
    ended_on: 'date',
  });
  return { customers: customers ?? (deals === null ? null : wonAccounts(deals)), deals };
}

function wonAccounts(deals: SqlRelation): SqlRelation {
  const won = select({
    columns: [
      column('account_id'),
      named(column('closed_on'), 'started_on'),
      named(nullOf('date'), 'ended_on'),
    ],
    from: deals,
    where: eq(column('outcome'), text('won')),
  });
  return subquery(won, 'won');
}
