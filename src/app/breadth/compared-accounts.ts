import { column, eq, type SqlRelation, select, semiJoin, subquery, table } from '../../base/sql/index.ts';
import { allAccounts } from '../account-columns.ts';
import type { CurrentData } from '../current-data.ts';
import type { ComparedUnit } from '../discover/index.ts';
import type { Workspace } from '../workspace.ts';

/** Table of the engine with `account_id`, `units` and `best` of each account that was compared. */
export const unitsTable = 'compared_units';

/** Loads how many units each account has and how many of them are best, and gives these accounts. */
export async function comparedAccounts(
  { engine }: Workspace,
  data: CurrentData,
  units: readonly ComparedUnit[],
): Promise<SqlRelation> {
  await engine.load(
    unitsTable,
    [
      { name: 'account_id', type: 'text' },
      { name: 'units', type: 'integer' },
      { name: 'best', type: 'integer' },
    ],
    [...countUnits(units)].map(([id, count]) => [id, count.units, count.best]),
  );
  const accounts = allAccounts(data);
  const same = eq(column('account_id', 'c'), column('account_id', 'u'));
  const compared = select({
    columns: accounts.columns.map(({ as }) => column(as, 'c')),
    from: semiJoin(subquery(accounts, 'c'), table(unitsTable, 'u'), same),
  });
  return subquery(compared, 'a');
}

function countUnits(units: readonly ComparedUnit[]) {
  const counts = new Map<string, { readonly units: number; readonly best: number }>();
  for (const { accountId, label } of units) {
    if (accountId === null) continue;
    const count = counts.get(accountId) ?? { units: 0, best: 0 };
    counts.set(accountId, { units: count.units + 1, best: count.best + label });
  }
  return counts;
}
