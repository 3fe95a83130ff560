import {
  and,
  asc,
  column,
  count,
  countWhere,
  desc,
  type Engine,
  isNotNull,
  named,
  type Row,
  type SqlExpr,
  type SqlRelation,
  type SqlSelect,
  select,
  table,
} from '../base/sql/index.ts';
import type { Play } from '../stages/list/index.ts';
import type { Standing, Tier } from '../stages/scorecard/index.ts';
import type { TimingClass } from '../stages/signals/index.ts';
import { type AccountFilters, type FilterName, filterExpr, noFilters } from './account-filters.ts';
import { storedScores } from './list-accounts.ts';
import { remembered } from './remembered.ts';
import type { ScoreRequest } from './score-accounts.ts';
import type { Workspace } from './workspace.ts';

/** Which accounts to count. */
export interface CountAccountsRequest extends ScoreRequest {
  readonly filters: AccountFilters;
}

/** A value of a field and how many accounts have it; null where it is not known. */
export interface CountedValue<T extends string = string> {
  readonly value: T | null;
  readonly accounts: number;
}

/** How many accounts of the list there are of each kind, each kind counted under all other filters. */
export interface AccountCounts {
  readonly kind: 'counts';
  readonly run: number;
  /** Under all filters. */
  readonly matching: number;
  /** Fit x timing: the ranked accounts of each tier and timing class. */
  readonly grid: readonly { readonly tier: Tier; readonly timing: TimingClass; readonly accounts: number }[];
  readonly standings: readonly CountedValue<Standing>[];
  readonly plays: readonly CountedValue<Play>[];
  /** The commonest values, most accounts first. */
  readonly owners: readonly CountedValue[];
  readonly countries: readonly CountedValue[];
  readonly industries: readonly CountedValue[];
  /** Of these, accounts whose tier depends on something unknown. */
  readonly needsData: number;
}

/** Values of a field that are counted at most. */
const mostValues = 200;

/** Counts the accounts of the stored list for the filters beside it; nothing is scored. */
export async function countAccounts(
  workspace: Workspace,
  request: CountAccountsRequest,
): Promise<AccountCounts | { readonly kind: 'not-scored' }> {
  const scores = await storedScores(workspace, request);
  if (scores === null) return { kind: 'not-scored' };
  const { filters } = request;
  const { run } = scores.result;
  const memory = { of: 'account counts', key: [run, filters], most: 50 };
  return remembered(workspace, memory, async () => {
    if (filters.search === null) return countIn(workspace, scores.relation, { run, filters });
    const name = `found_accounts_${++searched}`;
    await workspace.engine.materialize(name, foundQuery(scores.relation, filters.search));
    try {
      return await countIn(workspace, table(name), { run, filters: { ...filters, search: null } });
    } finally {
      await workspace.engine.drop(name);
    }
  });
}

/** Searches may overlap: what each finds has a table of its own. */
let searched = 0;

/** Names are searched once, however many kinds are counted. */
function foundQuery(relation: SqlRelation, search: string): SqlSelect {
  const counted = ['standing', 'tier', 'timing', 'play', 'owner', 'country', 'industry', 'needs_data'];
  return select({
    columns: counted.map((name) => column(name)),
    from: relation,
    where: filterExpr({ ...noFilters, search }),
  });
}

async function countIn(
  { engine }: Workspace,
  from: SqlRelation,
  { run, filters }: { readonly run: number; readonly filters: AccountFilters },
): Promise<AccountCounts> {
  const by = (name: FilterName, of: string) =>
    valuesOf(engine, from, { where: filterExpr(filters, [name]), of });
  const [totals, grid, standings, plays, owners, countries, industries] = await Promise.all([
    totalsOf(engine, from, filters),
    gridOf(engine, from, filters),
    by('standings', 'standing'),
    by('plays', 'play'),
    by('owners', 'owner'),
    by('countries', 'country'),
    by('industries', 'industry'),
  ]);
  return {
    kind: 'counts',
    run,
    ...totals,
    grid,
    standings: standings as AccountCounts['standings'],
    plays: plays as AccountCounts['plays'],
    owners,
    countries,
    industries,
  };
}

async function totalsOf(engine: Engine, from: SqlRelation, filters: AccountFilters) {
  const needing = countWhere(column('needs_data'));
  const [row] = await engine.rows(
    select({
      columns: [named(count(), 'matching'), named(needing, 'needing')],
      from,
      where: filterExpr(filters),
    }),
  );
  return { matching: Number(row?.matching ?? 0), needsData: Number(row?.needing ?? 0) };
}

async function gridOf(
  engine: Engine,
  from: SqlRelation,
  filters: AccountFilters,
): Promise<AccountCounts['grid']> {
  const keys = [column('tier'), column('timing')];
  const rows = await engine.rows(
    select({
      columns: [...keys, named(count(), 'accounts')],
      from,
      where: both(isNotNull(column('tier')), filterExpr(filters, ['tiers', 'timings'])),
      groupBy: keys,
      orderBy: keys.map((key) => asc(key)),
    }),
  );
  return rows.map(({ tier, timing, accounts }) => ({
    tier: tier as Tier,
    timing: timing as TimingClass,
    accounts: Number(accounts),
  }));
}

async function valuesOf(
  engine: Engine,
  from: SqlRelation,
  { where, of }: { readonly where: SqlExpr | null; readonly of: string },
): Promise<readonly CountedValue[]> {
  const rows = await engine.rows(
    select({
      columns: [named(column(of), 'value'), named(count(), 'accounts')],
      from,
      where,
      groupBy: [column(of)],
      orderBy: [desc(column('accounts')), asc(column('value'))],
      limit: mostValues,
    }),
  );
  return rows.map(({ value, accounts }: Row) => ({
    value: (value ?? null) as string | null,
    accounts: Number(accounts),
  }));
}

function both(one: SqlExpr, other: SqlExpr | null): SqlExpr {
  return other === null ? one : and([one, other]);
}
