import {
  and,
  antiJoin,
  asc,
  call,
  column,
  count,
  countOf,
  countWhere,
  desc,
  eq,
  isNotNull,
  isNull,
  leftJoin,
  named,
  not,
  nullOf,
  or,
  type Row,
  type SqlExpr,
  type SqlQuery,
  type SqlRelation,
  type SqlSelect,
  select,
  semiJoin,
  subquery,
  text,
} from '../../base/sql/index.ts';
import { type JoinReport, keyText, nearest, type PartField } from '../../stages/dataset/index.ts';
import type { AccountMatch } from './match-accounts.ts';
import type { Scratch } from './scratch.ts';

const SHOWN = 20;
const MOST_CANDIDATES = 20_000;
const MADE_ID = '(^|-)row-[0-9]+$';

/** One source whose rows refer to accounts. */
export interface Reference {
  readonly column: string;
  readonly by: JoinReport['by'];
  /** Rows that refer, with `account_id`. */
  readonly rows: SqlRelation;
  /** The accounts that the rows name, as the source gives them. */
  readonly accounts: { readonly from: SqlRelation; readonly fields: readonly PartField[] };
  readonly match: AccountMatch;
  /** Names of the accounts that files of accounts list. */
  readonly known: SqlQuery;
}

/** How the references of one source found their accounts. */
export async function accountJoinReport(scratch: Scratch, reference: Reference): Promise<JoinReport> {
  const { rows, match, column: header, by } = reference;
  const found = subquery(select({ columns: [column('own')], from: match.from as SqlRelation }), 'm');
  const unnamed = and([
    isNull(column('own', 'm')),
    or([isNull(column('account_id', 'r')), matchesMade(column('account_id', 'r'))]),
  ]);
  const [counted] = await scratch.engine.rows(
    select({
      columns: [
        named(count(), 'rows'),
        named(countOf(column('own', 'm')), 'matched'),
        named(countWhere(unnamed), 'blank'),
      ],
      from: leftJoin(aliasIds(rows), found, eq(column('account_id', 'r'), column('own', 'm'))),
    }),
  );
  const totals = { matched: Number(counted?.matched ?? 0), blank: Number(counted?.blank ?? 0) };
  const unmatched = Number(counted?.rows ?? 0) - totals.matched - totals.blank;
  const missing = unmatched === 0 ? [] : await scratch.engine.rows(unmatchedAccounts(reference, found));
  const examples = await withNearest(scratch, missing, reference.known);
  return { column: header, to: 'accounts', by, ...totals, unmatched, examples };
}

/** One source that a lookup joins. */
export interface LookupReference {
  readonly column: string;
  readonly lookup: string;
  readonly rows: SqlRelation;
  /** Column of the rows that holds the key. */
  readonly key: string;
  readonly from: SqlRelation;
}

/** How the keys of one source found their rows in a lookup. */
export async function lookupJoinReport(scratch: Scratch, reference: LookupReference): Promise<JoinReport> {
  const { rows, key, from, column: header, lookup } = reference;
  const value = column(key, 'r');
  const keyed = subquery(select({ columns: [column(key)], from: rows }), 'r');
  const known = subquery(select({ columns: [column('lookup_key')], from }), 'l');
  const same = eq(keyText(value), column('lookup_key', 'l'));
  const [counted] = await scratch.engine.rows(
    select({
      columns: [
        named(count(), 'rows'),
        named(countOf(value), 'filled'),
        named(countOf(column('lookup_key', 'l')), 'matched'),
      ],
      from: leftJoin(keyed, known, same),
    }),
  );
  const total = (name: string) => Number(counted?.[name] ?? 0);
  const [filled, matched] = [total('filled'), total('matched')];
  const missing = select({
    columns: [named(value, 'label'), named(count(), 'rows')],
    from: antiJoin(keyed, known, same),
    where: isNotNull(value),
    groupBy: [value],
    orderBy: [desc(count()), asc(value)],
    limit: SHOWN,
  });
  const found = filled === matched ? [] : await scratch.engine.rows(missing);
  const names = select({ columns: [named(column('lookup_value'), 'label')], from });
  const examples = await withNearest(scratch, found, names);
  const counts = { matched, blank: total('rows') - filled, unmatched: filled - matched };
  return { column: header, to: lookup, by: 'key', ...counts, examples };
}

function matchesMade(id: SqlExpr): SqlExpr {
  return call('matches', id, text(MADE_ID));
}

function aliasIds(rows: SqlRelation): SqlRelation {
  return subquery(select({ columns: [column('account_id')], from: rows }), 'r');
}

function unmatchedAccounts({ rows, accounts }: Reference, found: SqlRelation): SqlSelect {
  const has = (name: string) => accounts.fields.some((field) => field.name === name);
  const names = ['name', 'domain'].filter(has).map((name) => column(name));
  const label = call('coalesce', ...names, column('account_id'));
  const named_ = select({
    columns: [named(column('account_id'), 'id'), named(label, 'label')],
    from: accounts.from,
  });
  const open = antiJoin(subquery(named_, 'a'), found, eq(column('id', 'a'), column('own', 'm')));
  const rowsOf = semiJoin(aliasIds(rows), aliasAll(open), eq(column('account_id', 'r'), column('id', 'o')));
  const counts = select({
    columns: [named(column('account_id', 'r'), 'counted'), named(count(), 'rows')],
    from: rowsOf,
    groupBy: [column('account_id', 'r')],
  });
  return select({
    columns: [column('label', 'o'), column('rows', 'c')],
    from: leftJoin(subquery(counts, 'c'), aliasAll(open), eq(column('counted', 'c'), column('id', 'o'))),
    where: not(matchesMade(column('label', 'o'))),
    orderBy: [desc(column('rows', 'c')), asc(column('label', 'o'))],
    limit: SHOWN,
  });
}

function aliasAll(open: SqlRelation): SqlRelation {
  return subquery(select({ columns: [column('id', 'a'), column('label', 'a')], from: open }), 'o');
}

async function withNearest(
  scratch: Scratch,
  missing: readonly Row[],
  known: SqlQuery,
): Promise<JoinReport['examples']> {
  if (missing.length === 0) return [];
  const names = select({
    columns: [column('label')],
    distinct: true,
    from: subquery(known, 'k'),
    where: isNotNull(column('label')),
    orderBy: [asc(column('label'))],
    limit: MOST_CANDIDATES,
  });
  const candidates = (await scratch.engine.rows(names)).map(({ label }) => String(label));
  return missing.map(({ label, rows }) => ({
    value: String(label),
    count: Number(rows),
    nearest: nearest(String(label), candidates),
  }));
}

/** The names by which a source knows its accounts, as `label`. */
export function labelsOf({
  from,
  fields,
}: {
  readonly from: SqlRelation;
  readonly fields: readonly PartField[];
}): SqlSelect {
  const has = (name: string) => fields.some((field) => field.name === name);
  const names = ['name', 'domain'].filter(has).map((name) => column(name));
  const label = names.length === 0 ? column('account_id') : call('coalesce', ...names, nullOf('text'));
  return select({ columns: [named(label, 'label')], from });
}
