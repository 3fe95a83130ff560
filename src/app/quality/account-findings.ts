import {
  and,
  asc,
  column,
  count,
  desc,
  gt,
  integer,
  isIn,
  isNotNull,
  named,
  not,
  type SqlExpr,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  sum,
} from '../../base/sql/index.ts';
import type { Sharing } from '../../stages/dataset/index.ts';
import type { CurrentData } from '../current-data.ts';
import { sharedValue, sharingOf } from '../import/index.ts';
import type { Workspace } from '../workspace.ts';
import { fieldFix } from './fixes.ts';
import { inWords, shareWords } from './number-words.ts';
import { toFinding } from './to-finding.ts';
import type { Finding } from './types.ts';

const shown = 5;
const mostJoined = 10;

/** Accounts that are probably one company: the same web domain, or the same name. Nothing is merged silently. */
export async function accountFindings(workspace: Workspace, data: CurrentData): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const [field, what] of [
    ['domain', 'web domain'],
    ['name', 'name'],
  ] as const) {
    if (data.field('accounts', field) !== null)
      found.push(...(await sharedBy(workspace, data, { field, what })));
  }
  return found;
}

async function sharedBy(
  workspace: Workspace,
  data: CurrentData,
  { field, what }: { readonly field: Sharing['field']; readonly what: string },
): Promise<readonly Finding[]> {
  const from = data.tables.accounts;
  if (from === undefined) return [];
  const groups = sharedGroups(data, from, field);
  const largest = { ...groups, orderBy: [desc(count()), asc(sharedValue(field))], limit: mostJoined };
  const [counted] = await workspace.engine.rows(
    select({
      columns: [named(count(), 'groups'), named(sum(column('rows')), 'rows')],
      from: subquery(groups, 'g'),
    }),
  );
  const number = Number(counted?.groups ?? 0);
  if (number === 0) return [];
  const of = data.commit.snapshot.tables.accounts?.rows ?? 0;
  const extra = Number(counted?.rows) - number;
  const examples = await workspace.engine.rows(largest);
  return [
    toFinding({
      kind: 'duplicates',
      table: 'accounts',
      field,
      count: extra,
      of,
      examples: examples
        .slice(0, shown)
        .map((row) => `\`${String(row.value)}\` (${inWords(Number(row.rows))})`),
      said: {
        code: field === 'domain' ? 'accounts-one-domain' : 'accounts-one-name',
        params: { count: extra, of },
        examples: examples
          .slice(0, shown)
          .map((row) => ({ value: String(row.value), rows: Number(row.rows) })),
      },
      message: `${shareWords(extra, of)} accounts with a ${what} that another account has too: probably one company, counted more than once. This makes them one account each; \`--apart\` says that they are several`,
      ...fieldFix(
        data,
        { table: 'accounts', name: field },
        { one: examples.map((row) => String(row.value)) },
      ),
    }),
  ];
}

/** Values that several accounts share, without those that a person said are of several companies. */
function sharedGroups(data: CurrentData, from: SqlRelation, field: Sharing['field']): SqlSelect {
  const value: SqlExpr = sharedValue(field);
  const apart = sharingOf(data.commit.sources).filter((each) => each.field === field && each.are === 'apart');
  return select({
    columns: [named(value, 'value'), named(count(), 'rows')],
    from,
    where: and([
      isNotNull(column(field)),
      not(
        isIn(
          value,
          apart.map((each) => each.value),
        ),
      ),
    ]),
    groupBy: [value],
    having: gt(count(), integer(1)),
  });
}
