import {
  antiJoin,
  call,
  column,
  count,
  eq,
  isNotNull,
  join,
  min,
  named,
  ne,
  nullOf,
  type SqlQuery,
  type SqlRelation,
  type SqlSelect,
  select,
  semiJoin,
  subquery,
  text,
  union,
} from '../../base/sql/index.ts';
import { normalizeName, type PartField } from '../../stages/dataset/index.ts';
import type { Scratch } from './scratch.ts';

/** Accounts as one source gives them. */
export interface AccountSource {
  readonly source: string;
  readonly from: SqlRelation;
  readonly fields: readonly PartField[];
  /** True for a file of accounts: each row is one account, so at most one row can be an account known before. */
  readonly listsAccounts: boolean;
}

/** Which accounts of a source were known before: `own` (its id) is `account_id`, found `by`. */
export interface AccountMatch {
  /** Null for the first source: nothing was known before. */
  readonly from: SqlRelation | null;
  readonly matched: number;
  /** Matched accounts whose id in the source is not the one in the accounts table. */
  readonly renamed: number;
}

/**
 * Finds for every source, in order, which of its accounts an earlier source has: by id, then by domain, then by
 * normalised name. Where several accounts share a domain or a name, the smallest id is taken.
 */
export async function matchAccounts(
  scratch: Scratch,
  sources: readonly AccountSource[],
): Promise<readonly AccountMatch[]> {
  const known: SqlSelect[] = [];
  const matches: AccountMatch[] = [];
  for (const source of sources) {
    const rows = candidates(source);
    if (known.length === 0) {
      matches.push({ from: null, matched: 0, renamed: 0 });
      known.push(rows);
      continue;
    }
    const match = await matchSource(scratch, source, subquery(union(known), 'i'));
    matches.push(match);
    known.push(withoutMatched(rows, match.from as SqlRelation, 'own', 'account_id'));
  }
  return matches;
}

/** Rows of a source's accounts that no earlier source has. */
export function freshAccounts(source: AccountSource, match: AccountMatch): SqlRelation {
  if (match.from === null || match.matched === 0) return source.from;
  const matched = subquery(select({ columns: [column('own')], from: match.from }), 'm');
  return antiJoin(source.from, matched, eq(column('account_id'), column('own', 'm')));
}

/** `account_id`, `domain` and `name` of a source's accounts; null columns where it has none. */
function candidates({ from, fields }: AccountSource): SqlSelect {
  const has = (name: string) => fields.some((field) => field.name === name);
  return select({
    columns: [
      column('account_id'),
      named(has('domain') ? column('domain') : nullOf('text'), 'domain'),
      named(has('name') ? column('name') : nullOf('text'), 'name'),
    ],
    from,
  });
}

async function matchSource(
  scratch: Scratch,
  source: AccountSource,
  index: SqlRelation,
): Promise<AccountMatch> {
  const steps: SqlRelation[] = [];
  const rows = candidates(source);
  steps.push(await scratch.keep(byId(rows, index)));
  const free = () => freeIndex(index, source.listsAccounts ? steps : []);
  const open = () => steps.reduce((query, step) => withoutMatched(query, step, 'own', 'account_id'), rows);
  steps.push(await scratch.keep(byKey(source, openDomains(open(), source), domainsOf(free()))));
  const names = await nameKeys(scratch, openNames(open(), source), free());
  if (names !== null) steps.push(await scratch.keep(byKey(source, names.open, names.known)));
  const from = await scratch.keep(
    union(
      steps.map((step) =>
        select({ columns: ['own', 'account_id', 'way'].map((name) => column(name)), from: step }),
      ),
    ),
  );
  const renamed = {
    kind: 'aggregate',
    fn: 'count',
    args: [],
    filter: ne(column('own'), column('account_id')),
    orderBy: [],
  } as const;
  const [counted] = await scratch.engine.rows(
    select({ columns: [named(count(), 'matched'), named(renamed, 'renamed')], from }),
  );
  return { from, matched: Number(counted?.matched ?? 0), renamed: Number(counted?.renamed ?? 0) };
}

function byId(rows: SqlSelect, index: SqlRelation): SqlSelect {
  const id = column('account_id', 'r');
  return select({
    columns: [named(id, 'own'), named(id, 'account_id'), named(text('account_id'), 'way')],
    from: semiJoin(subquery(rows, 'r'), index, eq(id, column('account_id', 'i'))),
  });
}

/** Pairs `own`/`key` with `account_id`/`key`; of a file of accounts only one row may be each account. */
function byKey(source: AccountSource, open: KeyedQuery, known: KeyedQuery): SqlSelect {
  const first = select({
    columns: [named(column('key'), 'known_key'), named(min(column('account_id')), 'account_id')],
    from: subquery(known.query, 'k'),
    where: isNotNull(column('key')),
    groupBy: [column('key')],
  });
  const pairs = select({
    columns: [column('own', 'o'), column('account_id', 'f'), named(text(open.way), 'way')],
    from: join(
      subquery(open.query, 'o'),
      subquery(first, 'f'),
      eq(column('key', 'o'), column('known_key', 'f')),
    ),
  });
  if (!source.listsAccounts) return pairs;
  return select({
    columns: [named(min(column('own')), 'own'), column('account_id'), named(text(open.way), 'way')],
    from: subquery(pairs, 'p'),
    groupBy: [column('account_id')],
  });
}

interface KeyedQuery {
  readonly query: SqlQuery;
  readonly way: 'domain' | 'name';
}

/** A reference by id may hold a domain: `acme.com` where the account is known by another id. */
function openDomains(rows: SqlSelect, { listsAccounts }: AccountSource): KeyedQuery {
  const id = call('lower', column('account_id'));
  const key = listsAccounts ? column('domain') : call('coalesce', column('domain'), id);
  return {
    query: select({
      columns: [named(column('account_id'), 'own'), named(key, 'key')],
      from: subquery(rows, 'r'),
    }),
    way: 'domain',
  };
}

function domainsOf(index: SqlRelation): KeyedQuery {
  return {
    query: select({ columns: [column('account_id'), named(column('domain'), 'key')], from: index }),
    way: 'domain',
  };
}

function openNames(rows: SqlSelect, { listsAccounts }: AccountSource): SqlSelect {
  const name = listsAccounts ? column('name') : call('coalesce', column('name'), column('account_id'));
  return select({
    columns: [named(column('account_id'), 'own'), named(name, 'name')],
    from: subquery(rows, 'r'),
    where: isNotNull(name),
  });
}

async function nameKeys(
  scratch: Scratch,
  open: SqlSelect,
  index: SqlRelation,
): Promise<{ readonly open: KeyedQuery; readonly known: KeyedQuery } | null> {
  const waiting = await scratch.keep(open);
  const [counted] = await scratch.engine.rows(select({ columns: [named(count(), 'n')], from: waiting }));
  if (Number(counted?.n ?? 0) === 0) return null;
  const known = select({
    columns: [column('account_id'), column('name')],
    from: index,
    where: isNotNull(column('name')),
  });
  const keys = await normalizedNames(scratch, [
    select({ columns: [column('name')], from: waiting }),
    select({ columns: [column('name')], from: subquery(known, 'n') }),
  ]);
  const keyed = (rows: SqlRelation, id: string): KeyedQuery => ({
    query: select({
      columns: [column(id, 'r'), named(column('key', 'nk'), 'key')],
      from: join(rows, subquery(keys, 'nk'), eq(column('name', 'r'), column('written', 'nk'))),
    }),
    way: 'name',
  });
  const waitingRows = subquery(select({ columns: [column('own'), column('name')], from: waiting }), 'r');
  return { open: keyed(waitingRows, 'own'), known: keyed(subquery(known, 'r'), 'account_id') };
}

/** Different names of these queries as `written`, with their normalised form as `key`. */
export async function normalizedNames(scratch: Scratch, names: readonly SqlSelect[]): Promise<SqlSelect> {
  const all = select({ columns: [column('name')], distinct: true, from: subquery(union(names), 'n') });
  const columns = [
    { name: 'written', type: 'text' },
    { name: 'key', type: 'text' },
  ] as const;
  const { from } = await scratch.spool(columns, normalized(scratch, all));
  return select({ columns: [column('written'), column('key')], from });
}

async function* normalized(
  scratch: Scratch,
  names: SqlSelect,
): AsyncIterable<readonly (readonly [string, string])[]> {
  for await (const batch of scratch.engine.stream(names)) {
    const keyed = batch.map(({ name }) => [String(name), normalizeName(String(name))] as const);
    yield keyed.filter(([, key]) => key !== '');
  }
}

function withoutMatched(rows: SqlSelect, step: SqlRelation, own: string, id: string): SqlSelect {
  const matched = subquery(select({ columns: [named(column(own), 'gone')], from: step }), 'g');
  return select({
    columns: rows.columns.map(({ as }) => column(as, 'r')),
    from: antiJoin(subquery(rows, 'r'), matched, eq(column(id, 'r'), column('gone', 'g'))),
  });
}

/** The index without the accounts that a file of accounts has already claimed. */
function freeIndex(index: SqlRelation, claimed: readonly SqlRelation[]): SqlRelation {
  return claimed.reduce<SqlRelation>((from, step, at) => {
    const gone = subquery(
      select({ columns: [named(column('account_id'), 'claimed')], from: step }),
      `g${at}`,
    );
    return antiJoin(from, gone, eq(column('account_id', 'i'), column('claimed', `g${at}`)));
  }, index);
}
