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
  type Row,
  type SqlExpr,
  type SqlRelation,
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
  const value: SqlExpr = sharedValue(field);
  const groups = sharedGroups(from, field, apartValues(data, field));
  const largest = { ...groups, orderBy: [desc(count()), asc(value)], limit: mostJoined };
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
  return [alike(data, { field, what }, { count: extra, of, examples })];
}

function alike(
  data: CurrentData,
  { field, what }: { readonly field: Sharing['field']; readonly what: string },
  {
    count: extra,
    of,
    examples,
  }: { readonly count: number; readonly of: number; readonly examples: readonly Row[] },
): Finding {
  const listed = examples
    .slice(0, shown)
    .map((row) => ({ value: String(row.value), rows: Number(row.rows) }));
  return toFinding({
    kind: 'duplicates',
    table: 'accounts',
    field,
    count: extra,
    of,
    examples: listed.map(({ value, rows }) => `\`${value}\` (${inWords(rows)})`),
    said: {
      code: field === 'domain' ? 'accounts-one-domain' : 'accounts-one-name',
      params: { count: extra, of },
      examples: listed,
    },
    message: `${shareWords(extra, of)} accounts with a ${what} that another account has too: probably one company, counted more than once. This makes them one account each; \`--apart\` says that they are several`,
    ...fieldFix(data, { table: 'accounts', name: field }, { one: examples.map((row) => String(row.value)) }),
  });
}

/** The values of a field of which a person said that several accounts share them rightly. */
function apartValues(data: CurrentData, field: Sharing['field']): readonly string[] {
  return sharingOf(data.commit.sources)
    .filter((each) => each.field === field && each.are === 'apart')
    .map((each) => each.value);
}

/** The values that several accounts have, with how many have each. */
function sharedGroups(from: SqlRelation, field: Sharing['field'], apart: readonly string[]) {
  const value = sharedValue(field);
  return select({
    columns: [named(value, 'value'), named(count(), 'rows')],
    from,
    where: and([isNotNull(column(field)), not(isIn(value, apart))]),
    groupBy: [value],
    having: gt(count(), integer(1)),
  });
}
