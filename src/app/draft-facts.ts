import {
  asc,
  type ColumnExpr,
  column,
  count,
  countDistinct,
  desc,
  eq,
  isNotNull,
  named,
  or,
  type SqlRelation,
  select,
  semiJoin,
  subquery,
  text,
} from '../base/sql/index.ts';
import type { Field } from '../stages/dataset/index.ts';
import type { DraftInput, RoleFact, ScopeFact } from '../stages/profile/index.ts';
import type { ValueResult } from '../stages/value/index.ts';
import { canonicalRelation } from './canonical-relation.ts';
import type { CurrentData } from './current-data.ts';
import { mainCurrencies } from './main-currency.ts';
import type { Workspace } from './workspace.ts';

/** Customers' accounts; without customers the accounts of won deals. */
function customerAccounts(data: CurrentData): SqlRelation | null {
  const customers = canonicalRelation(data, 'customers', { account_id: 'text' });
  if (customers !== null) return customers;
  const deals = canonicalRelation(data, 'deals', { account_id: 'text', outcome: 'text' });
  if (deals === null) return null;
  const won = eq(column('outcome'), text('won'));
  return subquery(select({ columns: [column('account_id')], from: deals, where: won }), 'won');
}

/** Values of the fields that can bound a market, counted among the customers. */
export async function readScopes(workspace: Workspace, data: CurrentData): Promise<readonly ScopeFact[]> {
  const customers = customerAccounts(data);
  const accounts = data.tables.accounts;
  if (customers === null || accounts === undefined) return [];
  const fields = data.fields.filter((f) => f.table === 'accounts' && f.kind === 'category');
  return Promise.all(fields.map((field) => scopeOf(workspace, { accounts, customers, field })));
}

async function scopeOf(
  workspace: Workspace,
  from: { readonly accounts: SqlRelation; readonly customers: SqlRelation; readonly field: Field },
): Promise<ScopeFact> {
  const value = column(from.field.name, 'a');
  const rows = await workspace.engine.rows(
    select({
      columns: [named(value, 'value'), named(count(), 'n')],
      from: among(from.accounts, [column('account_id'), column(from.field.name)], from.customers),
      groupBy: [value],
      orderBy: [desc(count()), asc(value)],
    }),
  );
  const of = rows.reduce((sum, row) => sum + Number(row.n), 0);
  const values = rows
    .filter((row) => row.value !== null)
    .map((row) => ({ value: String(row.value), count: Number(row.n) }));
  return {
    field: from.field.name,
    values,
    known: values.reduce((sum, { count: n }) => sum + n, 0),
    of,
  };
}

/** Rows of a table (as `a`) whose account is among the given ones. */
function among(relation: SqlRelation, columns: readonly ColumnExpr[], accounts: SqlRelation): SqlRelation {
  return semiJoin(
    subquery(select({ columns, from: relation }), 'a'),
    subquery(select({ columns: [column('account_id')], from: accounts }), 'k'),
    eq(column('account_id', 'a'), column('account_id', 'k')),
  );
}

/** People at the customers, by role and title. */
export async function readRoles(workspace: Workspace, data: CurrentData): Promise<readonly RoleFact[]> {
  const people = canonicalRelation(data, 'people', {
    account_id: 'text',
    committee_role: 'text',
    title: 'text',
  });
  const customers = customerAccounts(data);
  if (people === null || customers === null) return [];
  const role = column('committee_role', 'a');
  const title = column('title', 'a');
  const accounts = countDistinct(column('account_id', 'a'));
  const rows = await workspace.engine.rows(
    select({
      columns: [named(role, 'role'), named(title, 'title'), named(accounts, 'n')],
      from: among(people, [column('account_id'), column('committee_role'), column('title')], customers),
      where: or([isNotNull(role), isNotNull(title)]),
      groupBy: [role, title],
      orderBy: [desc(accounts), asc(role), asc(title)],
    }),
  );
  return rows.map((row) => ({
    role: row.role as string | null,
    title: row.title as string | null,
    accounts: Number(row.n),
  }));
}

/** Contract values of the best customers, in the one currency that they were compared in. */
export async function bestContracts(
  workspace: Workspace,
  data: CurrentData,
  value: ValueResult,
): Promise<DraftInput['contracts']> {
  if (value.kind !== 'ranking') return null;
  const values = value.customers
    .filter((customer) => customer.best)
    .flatMap((customer) => customer.components.contract_value?.raw ?? []);
  if (values.length === 0) return null;
  const mixed = await mainCurrencies(workspace, data, 'customers');
  const main = mixed.find(({ field }) => field === 'contract_value')?.currency;
  const unit = data.field('customers', 'contract_value')?.unit ?? null;
  return { values, currency: main ?? unit, per: 'year' };
}
