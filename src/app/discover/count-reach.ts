import { type Condition, resolveCondition } from '../../base/expr/index.ts';
import {
  column,
  compileConditions,
  count,
  countWhere,
  named,
  select,
  subquery,
} from '../../base/sql/index.ts';
import { excludedAccounts, prospectAccounts } from '../../stages/list/index.ts';
import { allAccounts } from '../account-columns.ts';
import { conditionSources } from '../current-card.ts';
import type { CurrentData } from '../current-data.ts';
import { exclusionTables } from '../exclusion-tables.ts';
import { resolveContext } from '../resolve-context.ts';
import type { Workspace } from '../workspace.ts';

/** For how many prospects each of some conditions holds. */
export interface Reach {
  readonly of: number;
  /** In the order of the conditions. */
  readonly reached: readonly number[];
}

/** Counts the prospects that conditions reach: one pass in the engine for all of them. */
export async function countReach(
  workspace: Workspace,
  data: CurrentData,
  { conditions, asOf }: { readonly conditions: readonly Condition[]; readonly asOf: string },
): Promise<Reach> {
  const { customers } = exclusionTables(data);
  const excluded = excludedAccounts({ customers, deals: null }, { asOf, include: [] });
  const context = await resolveContext(workspace, data, { asOf, conditions });
  const accounts = subquery(prospectAccounts(allAccounts(data), excluded), 'a');
  const { from, truths } = compileConditions(
    conditions.map((condition) => resolveCondition(condition, context)),
    conditionSources(data, accounts),
  );
  const lines = select({ columns: truths.map((truth, i) => named(truth, `c${i}`)), from });
  const [row] = await workspace.engine.rows(
    select({
      columns: [named(count(), 'n'), ...truths.map((_, i) => named(countWhere(column(`c${i}`)), `c${i}`))],
      from: subquery(lines, 'l'),
    }),
  );
  return { of: Number(row?.n ?? 0), reached: conditions.map((_, i) => Number(row?.[`c${i}`] ?? 0)) };
}
