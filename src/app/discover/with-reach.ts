import { resolveCondition } from '../../base/expr/index.ts';
import {
  column,
  compileConditions,
  count,
  countWhere,
  named,
  select,
  subquery,
} from '../../base/sql/index.ts';
import type { DiscoveryResult, Pattern } from '../../stages/discovery/index.ts';
import { excludedAccounts, prospectAccounts } from '../../stages/list/index.ts';
import { allAccounts } from '../account-columns.ts';
import { conditionSources } from '../current-card.ts';
import type { CurrentData } from '../current-data.ts';
import { exclusionTables } from '../exclusion-tables.ts';
import { resolveContext } from '../resolve-context.ts';
import type { Workspace } from '../workspace.ts';

/** Fills in which share of the prospects each pattern reaches: one pass in the engine for all of them. */
export async function withReach(
  workspace: Workspace,
  data: CurrentData,
  result: DiscoveryResult,
): Promise<DiscoveryResult> {
  const patterns = [...result.patterns, ...result.questions];
  if (patterns.length === 0) return result;
  const { customers } = exclusionTables(data);
  const excluded = excludedAccounts({ customers, deals: null }, { asOf: result.asOf, include: [] });
  const conditions = patterns.flatMap((pattern) => pattern.conditions);
  const context = await resolveContext(workspace, data, { asOf: result.asOf, conditions });
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
  const of = Number(row?.n ?? 0);
  const at = new Map(patterns.map((pattern) => [pattern, conditions.indexOf(pattern.conditions[0]!)]));
  const reached = (pattern: Pattern): Pattern => ({
    ...pattern,
    reach: of === 0 ? null : Number(row![`c${at.get(pattern)}`]) / of,
  });
  return {
    ...result,
    patterns: result.patterns.map(reached),
    questions: result.questions.map(reached),
  };
}
