import {
  aggregate,
  and,
  asc,
  call,
  caseWhen,
  column,
  date,
  eq,
  gt,
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
import { type MainCurrency, mainCurrencies } from './main-currency.ts';
import { remembered } from './remembered.ts';
import { wonCustomers } from './won-customers.ts';
import type { Workspace } from './workspace.ts';

/**
 * The customers as of a day, one per relation: those who had started by then (or whose start is unknown), an end
 * after that day not yet known. Days to close come from the account's first won deal where the customer table has
 * none; without a customer table the accounts of won deals stand for it. Of sums in several currencies only those in the commonest are known: no rate says what the others are worth.
 */
export function readCustomers(
  workspace: Workspace,
  data: CurrentData,
  asOf: string,
): Promise<readonly CustomerFacts[]> {
  const memory = { of: 'customers', key: [data.commit.id, data.snapshot, asOf], most: 3 };
  return remembered(workspace, memory, () => readAsOf(workspace, data, asOf));
}

async function readAsOf(
  workspace: Workspace,
  data: CurrentData,
  asOf: string,
): Promise<readonly CustomerFacts[]> {
  const currencies = await mainCurrencies(workspace, data, 'customers');
  const codes = currencies.map(({ field }) => [`${field}_currency`, 'text'] as const);
  const dates = { first_purchase_on: 'date', last_purchase_on: 'date' } as const;
  const relation = canonicalRelation(data, 'customers', {
    ...customerColumns,
    ...dates,
    ...Object.fromEntries(codes),
  });
  const source =
    relation === null ? wonCustomers(data, asOf) : asOfDay(inMainCurrencies(relation, currencies), asOf);
  if (source === null) return [];
  const customers = subquery(source, 'customers');
  const rows = await workspace.engine.rows(customersQuery(data, customers, asOf));
  return rows.map(readCustomerFacts);
}

function inMainCurrencies(customers: SqlRelation, currencies: readonly MainCurrency[]): SqlSelect {
  const mainOf = new Map(currencies.map(({ field, currency }) => [field, currency]));
  const columns = [...Object.keys(customerColumns), 'first_purchase_on', 'last_purchase_on'].map((name) => {
    const main = mainOf.get(name);
    const inMain = (code: string) =>
      caseWhen([when(eq(column(`${name}_currency`), text(code)), column(name))]);
    return named(main === undefined ? column(name) : inMain(main), name);
  });
  return select({ columns, from: customers });
}

/**
 * A relation starts with its first purchase where nothing else says when. Purchases are counted up to the last: on a day
 * before it, how many there were and what they were worth is unknown.
 */
function asOfDay(customers: SqlSelect, asOf: string): SqlSelect {
  const later = gt(column('last_purchase_on'), date(asOf));
  const columns = Object.keys(customerColumns).map((name) => {
    if (name === 'started_on') {
      return named(call('coalesce', column(name), column('first_purchase_on')), name);
    }
    const counted = name === 'purchases' || name === 'purchase_value';
    return named(counted ? caseWhen([when(later, nullOf('double'))], column(name)) : column(name), name);
  });
  return select({ columns, from: subquery(customers, 'whole') });
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
