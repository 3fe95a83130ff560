import {
  and,
  antiJoin,
  call,
  column,
  count,
  countWhere,
  eq,
  isNotNull,
  isNull,
  join,
  min,
  named,
  ne,
  nullOf,
  type SqlExpr,
  type SqlQuery,
  type SqlRelation,
  type SqlSelect,
  select,
  semiJoin,
  subquery,
  text,
  union,
} from '../../base/sql/index.ts';
import type { PartField } from '../../stages/dataset/index.ts';
import { normalizedNames } from './normalized-names.ts';
import type { Scratch } from './scratch.ts';

/** Accounts as one source gives them. */
export interface AccountSource {
  readonly source: string;
  readonly from: SqlRelation;
  readonly fields: readonly PartField[];
  /** True for a file of accounts: each row is one account, so at most one row can be an account known before. */
  readonly listsAccounts: boolean;
  /** True when a column of the file gives the ids: then a name it also has is no key. */
  readonly givesIds: boolean;
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
 * normalised name. An id by which a file lists an account that is known by another means that account in later sources too: the deals
 * of a CRM name its companies by its ids. A name joins only what has no better key: companies with ids of their own, or with two different
 * domains, may share one. Where several accounts share a domain or a name, the smallest id is taken.
 */
export async function matchAccounts(
  scratch: Scratch,
  sources: readonly AccountSource[],
): Promise<readonly AccountMatch[]> {
  const known: SqlSelect[] = [];
  const aliases: SqlSelect[] = [];
  const matches: AccountMatch[] = [];
  for (const [at, source] of sources.entries()) {
    const rows = candidates(source);
    if (at === 0) {
      matches.push({ from: null, matched: 0, renamed: 0 });
      known.push(rows);
      continue;
    }
    const match = await matchSource(scratch, source, { index: subquery(union(known), 'i'), aliases });
    matches.push(match);
    aliases.push(...aliasesOf(source, match));
    const isLast = at === sources.length - 1;
    if (!isLast) known.push(await freshCandidates(scratch, rows, match));
  }
  return matches;
}

/** What later sources are compared with, kept: asked of every one of them, it would join all that came before. */
async function freshCandidates(scratch: Scratch, rows: SqlSelect, match: AccountMatch): Promise<SqlSelect> {
  if (match.from === null || match.matched === 0) return rows;
  const from = await scratch.keep(withoutMatched(rows, match.from));
  return select({ columns: rows.columns.map(({ as }) => column(as)), from });
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

/** What later sources may know accounts by. */
interface KnownAccounts {
  readonly index: SqlRelation;
  /** Rows `id`, `account_id`. */
  readonly aliases: readonly SqlSelect[];
}

/** Ids of a file of accounts that are not those of the accounts table. */
function aliasesOf({ listsAccounts, givesIds }: AccountSource, match: AccountMatch): readonly SqlSelect[] {
  if (!listsAccounts || !givesIds || match.from === null || match.renamed === 0) return [];
  return [
    select({
      columns: [named(column('own'), 'id'), column('account_id')],
      from: match.from,
      where: ne(column('own'), column('account_id')),
    }),
  ];
}

async function matchSource(
  scratch: Scratch,
  source: AccountSource,
  { index, aliases }: KnownAccounts,
): Promise<AccountMatch> {
  const steps: SqlRelation[] = [];
  const rows = candidates(source);
  steps.push(await scratch.keep(byId(rows, index)));
  const free = () => freeIndex(index, source.listsAccounts ? steps : []);
  const open = () => steps.reduce((query, step) => withoutMatched(query, step), rows);
  if (aliases.length > 0 && !source.listsAccounts) steps.push(await scratch.keep(byAlias(open(), aliases)));
  steps.push(await scratch.keep(byKey(source, openDomains(open(), source), domainsOf(free()))));
  for (const domain of ['own', 'known'] as const) {
    const names = await nameKeys(scratch, openNames(open(), source, domain), withoutDomain(free(), domain));
    if (names !== null) steps.push(await scratch.keep(byKey(source, names.open, names.known)));
  }
  const from = await scratch.keep(
    union(
      steps.map((step) =>
        select({ columns: ['own', 'account_id', 'way'].map((name) => column(name)), from: step }),
      ),
    ),
  );
  for (const step of steps) await scratch.drop(step);
  const renamed = countWhere(ne(column('own'), column('account_id')));
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

/** One id that two files give to different accounts leads to the smallest. */
function byAlias(rows: SqlSelect, aliases: readonly SqlSelect[]): SqlSelect {
  const one = select({
    columns: [named(column('id', 'b'), 'id'), named(min(column('account_id', 'b')), 'account_id')],
    from: subquery(union(aliases), 'b'),
    groupBy: [column('id', 'b')],
  });
  return select({
    columns: [
      named(column('account_id', 'r'), 'own'),
      named(column('account_id', 'a'), 'account_id'),
      named(text('account_id'), 'way'),
    ],
    from: join(subquery(rows, 'r'), subquery(one, 'a'), eq(column('account_id', 'r'), column('id', 'a'))),
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

/** On which side of a join by name the domain must be unknown. */
type WithoutDomain = 'own' | 'known';

function openNames(rows: SqlSelect, source: AccountSource, domain: WithoutDomain): SqlSelect {
  const name = nameOf(source);
  const open = domain === 'own' ? isNull(column('domain')) : isNotNull(column('domain'));
  return select({
    columns: [named(column('account_id'), 'own'), named(name, 'name')],
    from: subquery(rows, 'r'),
    where: and([isNotNull(name), open]),
  });
}

/** A reference may hold the name in place of the id. */
function nameOf({ listsAccounts, givesIds }: AccountSource): SqlExpr {
  if (listsAccounts) return givesIds ? nullOf('text') : column('name');
  return givesIds ? column('account_id') : call('coalesce', column('name'), column('account_id'));
}

function withoutDomain(index: SqlRelation, domain: WithoutDomain): SqlRelation {
  if (domain === 'own') return index;
  const columns = ['account_id', 'domain', 'name'].map((name) => column(name));
  return subquery(select({ columns, from: index, where: isNull(column('domain')) }), 'i');
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
  const { query: keys } = await normalizedNames(scratch, [
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

function withoutMatched(rows: SqlSelect, step: SqlRelation): SqlSelect {
  const matched = subquery(select({ columns: [named(column('own'), 'gone')], from: step }), 'g');
  return select({
    columns: rows.columns.map(({ as }) => column(as, 'r')),
    from: antiJoin(subquery(rows, 'r'), matched, eq(column('account_id', 'r'), column('gone', 'g'))),
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
