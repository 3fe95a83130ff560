import {
  call,
  column,
  crossJoin,
  date,
  isNotNull,
  named,
  type SqlExpr,
  type SqlQuery,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  text,
} from '../../base/sql/index.ts';
import { canonicalTables } from '../../stages/dataset/index.ts';
import { type AccountPair, comparedAccounts } from '../../stages/signals/index.ts';
import { coversOf } from './covers-of.ts';
import { type GivenParts, relationOf } from './given-parts.ts';
import type { Scratch } from './scratch.ts';
import type { ImportRequest } from './types.ts';

const EVERY_ACCOUNT = '*';

/**
 * What was looked at: with `--covers all`, tools by their category (or by their own name where they have none) and
 * signals by their kind; and, of companies whose numbers are known on two days, whether these grew.
 */
export function coverageQueries(
  scratch: Scratch,
  request: ImportRequest,
  { given, compared }: { readonly given: GivenParts; readonly compared: AccountPair | null },
): readonly SqlQuery[] {
  const about = { source: given.name, checkedOn: date(request.observedOn ?? request.at.slice(0, 10)) };
  const looked = coversOf(request, given.previous) === 'all' ? listedScopes(scratch, given, about) : [];
  const grown = compared === null ? [] : growthScopes(compared, about);
  const own = relationOf(scratch, given.written.get('coverage'));
  const covered = [...looked, ...grown];
  return own === null || covered.length === 0 ? covered : [allColumns(own), ...covered];
}

interface Checked {
  readonly source: string;
  readonly checkedOn: SqlExpr;
}

function allColumns(from: SqlRelation): SqlSelect {
  return select({ columns: canonicalTables.coverage.map(({ name }) => column(name)), from });
}

function listedScopes(scratch: Scratch, { written, describesAccounts }: GivenParts, about: Checked) {
  const scopes = [
    {
      from: relationOf(scratch, written.get('technologies')),
      scope: call('coalesce', column('category'), column('technology')),
    },
    { from: relationOf(scratch, written.get('signals')), scope: column('kind') },
  ];
  const listed = describesAccounts ? relationOf(scratch, written.get('accounts')) : null;
  return scopes.flatMap(({ from, scope }) => {
    if (from === null) return [];
    const looked = select({
      columns: [named(scope, 'scope')],
      distinct: true,
      from,
      where: isNotNull(scope),
    });
    return [coverageOf(looked, listed, about)];
  });
}

/** A file about companies looked at those it lists; a file of tools or signals alone looked at everyone. */
function coverageOf(looked: SqlSelect, listed: SqlRelation | null, about: Checked): SqlSelect {
  const scopes = subquery(looked, 'l');
  const accounts =
    listed === null ? null : subquery(select({ columns: [column('account_id')], from: listed }), 'a');
  return select({
    columns: covering(
      accounts === null ? text(EVERY_ACCOUNT) : column('account_id', 'a'),
      column('scope', 'l'),
      about,
    ),
    from: accounts === null ? scopes : crossJoin(accounts, scopes),
  });
}

function growthScopes(pair: AccountPair, about: Checked): readonly SqlSelect[] {
  const kinds = { headcount: 'headcount_growth', locations: 'location_opened' } as const;
  return pair.watched.flatMap((field) => {
    if (field.as === 'value') return [];
    const from = subquery(comparedAccounts(pair, field), 'c');
    return [select({ columns: covering(column('account_id'), text(kinds[field.as]), about), from })];
  });
}

function covering(account: SqlExpr, scope: SqlExpr, { source, checkedOn }: Checked) {
  return [
    named(account, 'account_id'),
    named(scope, 'scope'),
    named(text(source), 'source'),
    named(checkedOn, 'checked_on'),
  ];
}
