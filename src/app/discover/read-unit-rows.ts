import {
  column,
  eq,
  type Row,
  type SqlRelation,
  select,
  semiJoin,
  subquery,
  table,
} from '../../base/sql/index.ts';
import { allAccounts } from '../account-columns.ts';
import { conditionSources } from '../current-card.ts';
import type { CurrentData } from '../current-data.ts';
import type { Workspace } from '../workspace.ts';
import type { EventRows } from './event-fields.ts';
import type { ComparedUnit } from './types.ts';

/** Rows of the accounts behind the units, and what happened at them. */
export interface UnitRows extends EventRows {
  readonly accounts: readonly Row[];
}

/** Several discoveries may read at once: each has its own table of accounts. */
let loaded = 0;

/** Reads the accounts of the units and their tools, signals and coverage: one query per table. */
export async function readUnitRows(
  workspace: Workspace,
  data: CurrentData,
  units: readonly ComparedUnit[],
): Promise<UnitRows> {
  const ids = [...new Set(units.flatMap((unit) => unit.accountId ?? []))];
  const idColumn = [{ name: 'account_id', type: 'text' }] as const;
  const compared = `compared_accounts_${++loaded}`;
  await workspace.engine.load(
    compared,
    idColumn,
    [...ids, '*'].map((id) => [id]),
  );
  const accounts = allAccounts(data);
  const sources = conditionSources(data, subquery(accounts, 'a'));
  const read = (relation: SqlRelation | null, names: readonly string[]) =>
    relation === null
      ? Promise.resolve([])
      : workspace.engine.rows(ofUnits(relation, { names, among: compared }));
  const names = accounts.columns.map(({ as }) => as);
  const rows = {
    accounts: await read(subquery(accounts, 'accounts'), names),
    technologies: await read(sources.technologies, ['account_id', 'technology', 'category', 'first_seen']),
    signals: await read(sources.signals, ['account_id', 'kind', 'about', 'observed_on']),
    coverage: await read(sources.coverage, ['account_id', 'scope']),
  };
  await workspace.engine.drop(compared);
  return rows;
}

function ofUnits(
  relation: SqlRelation,
  { names, among }: { readonly names: readonly string[]; readonly among: string },
) {
  return select({
    columns: names.map((name) => column(name, 'r')),
    from: semiJoin(
      subquery(select({ columns: names.map((name) => column(name)), from: relation }), 'r'),
      table(among, 'c'),
      eq(column('account_id', 'r'), column('account_id', 'c')),
    ),
  });
}
