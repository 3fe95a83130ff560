import { type Condition, fieldsOf, type Truth } from '../../base/expr/index.ts';
import { readRecords, subquery } from '../../base/sql/index.ts';
import { allAccounts } from '../account-columns.ts';
import { conditionSources } from '../current-card.ts';
import type { CurrentData } from '../current-data.ts';
import { resolveContext } from '../resolve-context.ts';
import type { Workspace } from '../workspace.ts';
import { truthAsOf } from './truth-as-of.ts';
import type { ComparedUnit } from './types.ts';

/** Accounts that are asked for by id; with more of them all accounts are read. */
const mostIds = 10_000;

/** How conditions came out at each unit on its own day; the records are read once for all of them. */
export async function truthReader(
  workspace: Workspace,
  data: CurrentData,
  request: {
    readonly units: readonly ComparedUnit[];
    readonly asOf: string;
    readonly conditions: readonly Condition[];
  },
): Promise<(condition: Condition) => readonly Truth[]> {
  const { units, asOf, conditions } = request;
  const context = await resolveContext(workspace, data, { asOf, conditions });
  const ids = [...new Set(units.flatMap((unit) => unit.accountId ?? []))];
  const records = await readRecords(
    workspace.engine,
    conditionSources(data, subquery(allAccounts(data), 'a')),
    {
      accountIds: ids.length > mostIds ? null : ids,
      fields: [...new Set(conditions.flatMap((condition) => fieldsOf(condition)))],
    },
  );
  return (condition) => {
    const truthOn = truthAsOf(condition, { context, records: [...records.values()] });
    return units.map(({ accountId, on }) => {
      const record = accountId === null ? undefined : records.get(accountId);
      return record === undefined ? null : truthOn(record, on ?? asOf);
    });
  };
}
