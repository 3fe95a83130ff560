import type { ExprRecord } from '../base/expr/index.ts';
import {
  and,
  column,
  eq,
  isIn,
  readRecords,
  type SqlExpr,
  type SqlRelation,
  select,
  semiJoin,
  subquery,
  table,
} from '../base/sql/index.ts';
import type { ComparedSubject } from '../stages/explain/index.ts';
import { allAccounts } from './account-columns.ts';
import { conditionSources } from './current-card.ts';
import type { CurrentData } from './current-data.ts';
import type { Workspace } from './workspace.ts';

/** Which accounts to read, and on what they are compared. */
export interface ComparedRequest {
  readonly ids: readonly string[];
  readonly subjects: readonly ComparedSubject[];
}

/** Tables loaded so far: each reading has one of its own, so that readings may overlap. */
let loaded = 0;

/** Reads some accounts as far as they are compared: fields, tools, and what was looked for of those tools. */
export async function comparedRecords(
  { engine }: Workspace,
  data: CurrentData,
  { ids, subjects }: ComparedRequest,
): Promise<ReadonlyMap<string, ExprRecord>> {
  const accounts = allAccounts(data);
  const sources = conditionSources(data, subquery(accounts, 'a'));
  const fields = subjects.flatMap((of) => (of.kind === 'field' ? [of.field] : []));
  const scopes = [...new Set(subjects.flatMap((of) => (of.kind === 'tool' ? of.use.scopes : [])))];
  const chosen = `compared_records_${++loaded}`;
  const among = (relation: SqlRelation | null, columns: readonly string[], where?: SqlExpr) =>
    relation === null ? null : amongAccounts(relation, { chosen, columns, where: where ?? and([]) });
  await engine.load(
    chosen,
    [{ name: 'account_id', type: 'text' }],
    ids.map((id) => [id]),
  );
  try {
    return await readRecords(
      engine,
      {
        ...sources,
        accounts: amongAccounts(sources.accounts, {
          chosen,
          columns: accounts.columns.map(({ as }) => as),
          where: and([]),
        }),
        technologies: among(sources.technologies, ['account_id', 'technology', 'category', 'first_seen']),
        coverage: among(
          sources.coverage,
          ['account_id', 'scope', 'checked_on'],
          isIn(column('scope'), scopes),
        ),
        signals: null,
        observations: null,
      },
      { accountIds: null, fields },
    );
  } finally {
    await engine.drop(chosen);
  }
}

function amongAccounts(
  relation: SqlRelation,
  options: { readonly chosen: string; readonly columns: readonly string[]; readonly where: SqlExpr },
): SqlRelation {
  const { chosen, columns, where } = options;
  const read = select({ columns: columns.map((of) => column(of)), from: relation, where });
  const same = eq(column('account_id', 'r'), column('account_id', 'e'));
  const from = semiJoin(subquery(read, 'r'), table(chosen, 'e'), same);
  return subquery(select({ columns: columns.map((of) => column(of, 'r')), from }), 'x');
}
