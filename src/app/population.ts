import { column, count, eq, join, named, type SqlSelect, select, subquery } from '../base/sql/index.ts';
import { type Exclusion, excludedAccounts, exclusions, prospectAccounts } from '../stages/list/index.ts';
import { allAccounts } from './account-columns.ts';
import type { CurrentData } from './current-data.ts';
import { exclusionTables } from './exclusion-tables.ts';
import { hasProspects } from './has-prospects.ts';
import type { Workspace } from './workspace.ts';

/** The accounts to score, and those left out before. */
export interface Population {
  /** `customers` when there is no prospect: then the list is a back-check. */
  readonly kind: 'prospects' | 'customers';
  readonly accounts: SqlSelect;
  readonly excluded: Readonly<Record<Exclusion, number>>;
}

/** Prospects, without the groups that are left out; all customers where there is no prospect. */
export async function populationOf(
  workspace: Workspace,
  data: CurrentData,
  options: { readonly asOf: string; readonly include: readonly Exclusion[] },
): Promise<Population> {
  const all = allAccounts(data);
  const excluded = excludedAccounts(exclusionTables(data), options);
  const counts = excluded === null ? noneExcluded : await countExcluded(workspace, all, excluded);
  const left = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const total = data.commit.snapshot.tables.accounts?.rows ?? 0;
  if (left >= total || !(await hasProspects(workspace, data, all)))
    return { kind: 'customers', accounts: all, excluded: noneExcluded };
  return { kind: 'prospects', accounts: prospectAccounts(all, excluded), excluded: counts };
}

const noneExcluded: Population['excluded'] = { customers: 0, 'open-deals': 0, 'recently-lost': 0 };

async function countExcluded(workspace: Workspace, accounts: SqlSelect, excluded: SqlSelect) {
  const rows = await workspace.engine.rows(
    select({
      columns: [named(column('reason', 'e'), 'reason'), named(count(), 'n')],
      from: join(
        subquery(accounts, 'a'),
        subquery(excluded, 'e'),
        eq(column('account_id', 'a'), column('account_id', 'e')),
      ),
      groupBy: [column('reason', 'e')],
    }),
  );
  const found = rows.map((row) => [exclusions[Number(row.reason)]!, Number(row.n)] as const);
  return { ...noneExcluded, ...Object.fromEntries(found) };
}
