import {
  asc,
  call,
  column,
  count,
  desc,
  gt,
  integer,
  isNotNull,
  named,
  type SqlExpr,
  select,
  subquery,
  sum,
} from '../../base/sql/index.ts';
import type { CurrentData } from '../current-data.ts';
import type { Workspace } from '../workspace.ts';
import { inWords, shareWords } from './number-words.ts';
import { toFinding } from './to-finding.ts';
import type { Finding } from './types.ts';

const shown = 5;

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
  { field, what }: { readonly field: string; readonly what: string },
): Promise<readonly Finding[]> {
  const from = data.tables.accounts;
  if (from === undefined) return [];
  const value: SqlExpr = call('lower', call('trim', column(field)));
  const groups = select({
    columns: [named(value, 'value'), named(count(), 'rows')],
    from,
    where: isNotNull(column(field)),
    groupBy: [value],
    having: gt(count(), integer(1)),
  });
  const largest = { ...groups, orderBy: [desc(count()), asc(value)], limit: shown };
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
      examples: examples.map((row) => `\`${String(row.value)}\` (${inWords(Number(row.rows))})`),
      message: `${shareWords(extra, of)} accounts with a ${what} that another account has too: probably one company, counted more than once`,
      fix: null,
    }),
  ];
}
