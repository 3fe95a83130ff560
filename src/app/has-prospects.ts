import { column, count, named, type SqlSelect, select, subquery } from '../base/sql/index.ts';
import { prospectAccounts } from '../stages/list/index.ts';
import { canonicalRelation } from './canonical-relation.ts';
import type { CurrentData } from './current-data.ts';
import type { Workspace } from './workspace.ts';

/** Whether there is any account that never was a customer; those who left alone are no list of prospects. */
export async function hasProspects(
  workspace: Workspace,
  data: CurrentData,
  accounts: SqlSelect,
): Promise<boolean> {
  const customers = canonicalRelation(data, 'customers', { account_id: 'text' });
  if (customers === null) return true;
  const ever = select({ columns: [column('account_id')], from: customers });
  const others = subquery(prospectAccounts(accounts, ever), 'o');
  const [row] = await workspace.engine.rows(select({ columns: [named(count(), 'n')], from: others }));
  return Number(row?.n ?? 0) > 0;
}
