import {
  aggregate,
  and,
  asc,
  call,
  caseWhen,
  column,
  date,
  eq,
  isNotNull,
  isNull,
  le,
  leftJoin,
  named,
  nullOf,
  or,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  text,
  when,
} from '../base/sql/index.ts';
import { type CustomerFacts, customerColumns, readCustomerFacts } from '../stages/value/index.ts';
import { canonicalRelation } from './canonical-relation.ts';
import type { CurrentData } from './current-data.ts';
import type { Workspace } from './workspace.ts';

/**
 * The customers as of a day, one per relation: those who had started by then (or whose start is unknown), an end
 * after that day not yet known. Days to close come from the account's first won deal where the customer table has
 * none.
 */
export async function readCustomers(
  workspace: Workspace,
  data: CurrentData,
  asOf: string,
): Promise<readonly CustomerFacts[]> {
  const customers = canonicalRelation(data, 'customers', customerColumns);
  if (customers === null) return [];
  const rows = await workspace.engine.rows(customersQuery(data, customers, asOf));
  return rows.map(readCustomerFacts);
}

function customersQuery(data: CurrentData, customers: SqlRelation, asOf: string): SqlSelect {
  const names = canonicalRelation(data, 'accounts', { account_id: 'text', name: 'text' });
  const deals = firstWonDeals(data, asOf);
  const same = (alias: string) => eq(column('account_id', 'customers'), column('account_id', alias));
  const withNames =
    names === null
      ? customers
      : leftJoin(
          customers,
          subquery(select({ columns: [column('account_id'), column('name')], from: names }), 'n'),
          same('n'),
        );
  const days = column('days_to_close', 'customers');
  const ended = column('ended_on', 'customers');
  return select({
    columns: [
      ...Object.keys(customerColumns)
        .filter((name) => !['days_to_close', 'ended_on'].includes(name))
        .map((name) => named(column(name, 'customers'), name)),
      named(deals === null ? days : call('coalesce', days, column('days', 'd')), 'days_to_close'),
      named(caseWhen([when(le(ended, date(asOf)), ended)], nullOf('date')), 'ended_on'),
      named(names === null ? nullOf('text') : column('name', 'n'), 'name'),
    ],
    from: deals === null ? withNames : leftJoin(withNames, subquery(deals, 'd'), same('d')),
    where: or([isNull(column('started_on', 'customers')), le(column('started_on', 'customers'), date(asOf))]),
    orderBy: [asc(column('account_id', 'customers')), asc(column('started_on', 'customers'))],
  });
}

function firstWonDeals(data: CurrentData, asOf: string): SqlSelect | null {
  const deals = canonicalRelation(data, 'deals', {
    account_id: 'text',
    created_on: 'date',
    closed_on: 'date',
    outcome: 'text',
  });
  if (deals === null) return null;
  const length = call('daysBetween', column('closed_on'), column('created_on'));
  return select({
    columns: [column('account_id'), named(aggregate('argMin', [length, column('closed_on')]), 'days')],
    from: deals,
    where: and([
      isNotNull(column('account_id')),
      eq(column('outcome'), text('won')),
      le(column('created_on'), column('closed_on')),
      le(column('closed_on'), date(asOf)),
    ]),
    groupBy: [column('account_id')],
  });
}
