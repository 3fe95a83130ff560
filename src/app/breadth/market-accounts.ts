import {
  column,
  eq,
  gt,
  integer,
  isNull,
  leftJoin,
  type NamedExpr,
  named,
  nullOf,
  or,
  type SqlRelation,
  select,
  subquery,
  table,
} from '../../base/sql/index.ts';
import { excludedAccounts, exclusions } from '../../stages/list/index.ts';
import { marketColumns } from '../../stages/scorecard/index.ts';
import { allAccounts } from '../account-columns.ts';
import type { CurrentData } from '../current-data.ts';
import type { ComparedUnit } from '../discover/index.ts';
import { exclusionTables } from '../exclusion-tables.ts';
import type { Workspace } from '../workspace.ts';

/** Several pages may be measured at once: each has its own table of units. */
let loaded = 0;

/** The accounts as they are counted, and what drops what they read from. */
export interface MarketAccounts {
  readonly accounts: SqlRelation;
  readonly release: () => Promise<void>;
}

/**
 * All accounts as they are counted: each says whether it is a prospect and on the list on that day, and how many of the
 * compared units are its own.
 */
export async function marketAccounts(
  { engine }: Workspace,
  data: CurrentData,
  { asOf, units }: { readonly asOf: string; readonly units: readonly ComparedUnit[] },
): Promise<MarketAccounts> {
  const unitsTable = `compared_units_${++loaded}`;
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
  const own = accounts.columns.map(({ as }) => column(as, 'p'));
  const beside = (alias: string) => eq(column('account_id', 'p'), column('account_id', alias));
  const counted = leftJoin(subquery(accounts, 'p'), table(unitsTable, 'u'), beside('u'));
  const excluded = excludedAccounts(exclusionTables(data), { asOf, include: [] });
  const reason = excluded === null ? nullOf('integer') : column('reason', 'e');
  const from = excluded === null ? counted : leftJoin(counted, subquery(excluded, 'e'), beside('e'));
  const counting = select({ columns: [...own, ...standingOf(reason)], from });
  return { accounts: subquery(counting, 'a'), release: () => engine.drop(unitsTable) };
}

/** An account with an open deal or a fresh loss is a prospect, but off the list for now. */
function standingOf(reason: ReturnType<typeof column> | ReturnType<typeof nullOf>): readonly NamedExpr[] {
  const { prospect, listed, units, best } = marketColumns;
  return [
    named(or([isNull(reason), gt(reason, integer(exclusions.indexOf('customers')))]), prospect),
    named(isNull(reason), listed),
    named(column('units', 'u'), units),
    named(column('best', 'u'), best),
  ];
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
