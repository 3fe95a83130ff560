import {
  call,
  column,
  count,
  countWhere,
  eq,
  isIn,
  join,
  leftJoin,
  named,
  ne,
  type Row,
  type SqlExpr,
  type SqlRelation,
  select,
  subquery,
  text,
  union,
} from '../../base/sql/index.ts';
import type { MergedField, Sharing, SourceState } from '../../stages/dataset/index.ts';
import { type AccountMatch, type AccountSource, freshAccounts } from './match-accounts.ts';
import type { Scratch } from './scratch.ts';

/** A domain or a name as accounts are compared by it. */
export function sharedValue(field: Sharing['field']): SqlExpr {
  return call('lower', call('trim', column(field)));
}

/** What people said of accounts that share a value, over all sources, each value once. */
export function sharingOf(sources: readonly SourceState[]): readonly Sharing[] {
  const said = sources.flatMap(({ sharing = [] }) => sharing);
  return [...new Map(said.map((each) => [`${each.field} ${each.value}`, each])).values()];
}

/**
 * The accounts that a person said are another: `own` is `known`, the smallest id among them; null when there are none.
 */
export async function sharedPairs(
  scratch: Scratch,
  whole: SqlRelation,
  { said, merged }: { readonly said: readonly Sharing[]; readonly merged: readonly MergedField[] },
): Promise<SqlRelation | null> {
  const groups = new Map<string, string>();
  for (const field of ['domain', 'name'] as const) {
    const values = said.filter((each) => each.field === field && each.are === 'one');
    const filled = merged.some((each) => each.field.name === field);
    if (!filled || values.length === 0) continue;
    const rows = await scratch.engine.rows(
      select({
        columns: [named(sharedValue(field), 'value'), column('account_id')],
        from: whole,
        where: isIn(
          sharedValue(field),
          values.map(({ value }) => value),
        ),
      }),
    );
    unite(groups, rows);
  }
  const pairs = [...groups.keys()].map((id) => [id, rootOf(groups, id)] as const);
  const renamed = pairs.filter(([id, root]) => id !== root);
  if (renamed.length === 0) return null;
  const columns = [
    { name: 'own', type: 'text' },
    { name: 'known', type: 'text' },
  ] as const;
  return (await scratch.spool(columns, once(renamed))).from;
}

/** The accounts of one source as they are when some of all accounts are one. */
export async function withShared(
  scratch: Scratch,
  source: AccountSource,
  { match, pairs }: { readonly match: AccountMatch; readonly pairs: SqlRelation },
): Promise<AccountMatch> {
  const known = subquery(
    select({ columns: [named(column('own'), 'was'), column('known')], from: pairs }),
    'p',
  );
  const fresh = subquery(
    select({ columns: [column('account_id')], from: freshAccounts(source, match) }),
    'f',
  );
  const added = select({
    columns: [
      named(column('account_id', 'f'), 'own'),
      named(column('known', 'p'), 'account_id'),
      named(text('said'), 'way'),
    ],
    from: join(fresh, known, eq(column('account_id', 'f'), column('was', 'p'))),
  });
  const from = await scratch.keep(union([added, ...(match.from === null ? [] : [moved(match.from, known)])]));
  const renamed = countWhere(ne(column('own'), column('account_id')));
  const [row] = await scratch.engine.rows(
    select({ columns: [named(count(), 'matched'), named(renamed, 'renamed')], from }),
  );
  return { from, matched: Number(row?.matched ?? 0), renamed: Number(row?.renamed ?? 0) };
}

function moved(match: SqlRelation, known: SqlRelation) {
  const rows = subquery(
    select({ columns: ['own', 'account_id', 'way'].map((name) => column(name)), from: match }),
    'r',
  );
  return select({
    columns: [
      column('own', 'r'),
      named(call('coalesce', column('known', 'p'), column('account_id', 'r')), 'account_id'),
      column('way', 'r'),
    ],
    from: leftJoin(rows, known, eq(column('account_id', 'r'), column('was', 'p'))),
  });
}

/** Puts the accounts of each value into one group; the smallest id is its root. */
function unite(groups: Map<string, string>, rows: readonly Row[]): void {
  const firsts = new Map<string, string>();
  for (const row of rows) {
    const [value, id] = [String(row.value), String(row.account_id)];
    if (!groups.has(id)) groups.set(id, id);
    const [first = id, last = id] = [rootOf(groups, firsts.get(value) ?? id), rootOf(groups, id)].toSorted();
    groups.set(last, first);
    firsts.set(value, id);
  }
}

function rootOf(groups: ReadonlyMap<string, string>, id: string): string {
  let root = id;
  for (let next = groups.get(root); next !== undefined && next !== root; next = groups.get(root)) root = next;
  return root;
}

async function* once<T>(batch: readonly T[]): AsyncIterable<readonly T[]> {
  yield batch;
}
