import {
  and,
  column,
  count,
  date,
  eq,
  isNotNull,
  isNull,
  le,
  min,
  named,
  nullOf,
  or,
  type SqlSelect,
  select,
  sum,
  text,
} from '../base/sql/index.ts';
import { customerColumns } from '../stages/value/index.ts';
import { canonicalRelation } from './canonical-relation.ts';
import type { CurrentData } from './current-data.ts';

/**
 * Customers where no customer table was imported: the accounts of won deals, one relation each. Contract value is the
 * sum of their won deals (unknown when sums carry several currencies), the start is the first of them, purchases are
 * how many they are. Null without deals.
 */
export function wonCustomers(data: CurrentData, asOf: string): SqlSelect | null {
  const deals = canonicalRelation(data, 'deals', {
    account_id: 'text',
    amount: 'double',
    closed_on: 'date',
    outcome: 'text',
  });
  if (deals === null) return null;
  const mixed = data.field('deals', 'amount')?.mixedCurrency ?? false;
  const closed = column('closed_on');
  const known = {
    account_id: column('account_id'),
    contract_value: mixed ? nullOf('double') : sum(column('amount')),
    started_on: min(closed),
    purchases: count(),
  };
  return select({
    columns: Object.entries(customerColumns).map(([name, type]) =>
      named(name in known ? known[name as keyof typeof known] : nullOf(type), name),
    ),
    from: deals,
    where: and([
      isNotNull(column('account_id')),
      eq(column('outcome'), text('won')),
      or([isNull(closed), le(closed, date(asOf))]),
    ]),
    groupBy: [column('account_id')],
  });
}
