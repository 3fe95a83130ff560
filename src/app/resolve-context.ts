import type { Condition, ResolveContext } from '../base/expr/index.ts';
import { fieldsOf } from '../base/expr/index.ts';
import {
  asc,
  caseWhen,
  column,
  eq,
  named,
  type SqlExpr,
  type SqlRelation,
  select,
  text,
  when,
} from '../base/sql/index.ts';
import type { TableName } from '../stages/dataset/index.ts';
import { canonicalRelation } from './canonical-relation.ts';
import type { CurrentData } from './current-data.ts';
import { distinctTexts } from './distinct-texts.ts';
import type { Workspace } from './workspace.ts';

/** Distinct values read at most when matching what the page writes with what the data holds. */
const mostSpellings = 100_000;

/**
 * Reads what resolving needs: how the data spells the texts that these conditions name, its tools, the subjects of
 * its signals, and what was looked for everywhere.
 */
export async function resolveContext(
  workspace: Workspace,
  data: CurrentData,
  options: { readonly asOf: string; readonly conditions: readonly Condition[] },
): Promise<ResolveContext> {
  const spellings = await readSpellings(workspace, data, options.conditions);
  const tableOf = (table: TableName, names: readonly string[]) =>
    canonicalRelation(data, table, Object.fromEntries(names.map((name) => [name, 'text' as const])));
  const technologies = await readPairs(workspace, tableOf('technologies', ['technology', 'category']), {
    first: column('technology'),
    second: column('category'),
  });
  const subjects = await readPairs(workspace, tableOf('signals', ['kind', 'about']), {
    first: column('kind'),
    second: column('about'),
  });
  const coverage = await readPairs(workspace, tableOf('coverage', ['scope', 'account_id']), {
    first: column('scope'),
    second: everyAccount,
  });
  return {
    asOf: options.asOf,
    spellings: (field) => spellings.get(field) ?? [],
    kindOf: (field) => data.field('accounts', field)?.kind ?? null,
    technologies: technologies.map(([technology, category]) => ({ technology, category })),
    abouts: (kind) => subjects.filter(([k, about]) => k === kind && about !== null).map(([, a]) => String(a)),
    scopes: [...new Set(coverage.flatMap(([scope]) => scope ?? []))],
    coveredEverywhere: new Set(coverage.flatMap(([scope, every]) => (every === '*' ? (scope ?? []) : []))),
  };
}

async function readSpellings(workspace: Workspace, data: CurrentData, conditions: readonly Condition[]) {
  const named_ = new Set(conditions.flatMap((condition) => fieldsOf(condition)));
  const texts = data.fields.filter(
    (f) => f.table === 'accounts' && named_.has(f.name) && ['category', 'text', 'set'].includes(f.kind),
  );
  const found = new Map<string, readonly string[]>();
  for (const field of texts) {
    const listed = field.values.map((v) => v.value);
    const whole = field.kind !== 'set' && listed.length >= field.distinct;
    found.set(field.name, whole ? listed : await readDistinct(workspace, data, field));
  }
  return found;
}

async function readDistinct(workspace: Workspace, data: CurrentData, field: { name: string; kind: string }) {
  const accounts = data.tables.accounts;
  if (accounts === undefined) return [];
  const from: SqlRelation =
    field.kind === 'set'
      ? { kind: 'unnest', from: accounts, of: column(field.name), as: 'element', alias: 'u' }
      : accounts;
  const name = field.kind === 'set' ? 'element' : field.name;
  return distinctTexts(workspace, from, { column: name, limit: mostSpellings });
}

/** Of the coverage rows only those for every account carry their id; the others count by their scope alone. */
const everyAccount = caseWhen([when(eq(column('account_id'), text('*')), text('*'))]);

async function readPairs(
  workspace: Workspace,
  from: SqlRelation | null,
  pair: { readonly first: SqlExpr; readonly second: SqlExpr },
): Promise<readonly (readonly [string | null, string | null])[]> {
  if (from === null) return [];
  const query = select({
    columns: [named(pair.first, 'first'), named(pair.second, 'second')],
    distinct: true,
    from,
    orderBy: [asc(column('first')), asc(column('second'))],
  });
  const rows = await workspace.engine.rows(query);
  return rows.map((row) => [row.first as string | null, row.second as string | null]);
}
