import {
  and,
  asc,
  column,
  count,
  desc,
  isNotNull,
  named,
  type Row,
  type SqlExpr,
  select,
} from '../base/sql/index.ts';
import type { Play } from '../stages/list/index.ts';
import type { Standing, Tier } from '../stages/scorecard/index.ts';
import type { TimingClass } from '../stages/signals/index.ts';
import { type AccountFilters, type FilterName, filterExpr } from './account-filters.ts';
import { type CurrentScores, storedScores } from './list-accounts.ts';
import { countMatching } from './page-accounts.ts';
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
  /** Accounts whose tier depends on something unknown. */
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
  const memory = { of: 'account counts', key: [scores.result.run, filters], most: 50 };
  return remembered(workspace, memory, async () => {
    const by = (name: FilterName, of: string) =>
      valuesOf(workspace, scores, { filters, without: [name], of });
    const [matching, grid, standings, plays, owners, countries, industries, needing] = await Promise.all([
      countMatching(workspace, scores, filters),
      gridOf(workspace, scores, filters),
      by('standings', 'standing'),
      by('plays', 'play'),
      by('owners', 'owner'),
      by('countries', 'country'),
      by('industries', 'industry'),
      countMatching(workspace, scores, { ...filters, needsData: true }),
    ]);
    return {
      kind: 'counts',
      run: scores.result.run,
      matching,
      grid,
      standings: standings as AccountCounts['standings'],
      plays: plays as AccountCounts['plays'],
      owners,
      countries,
      industries,
      needsData: needing,
    };
  });
}

async function gridOf(
  { engine }: Workspace,
  { relation }: CurrentScores,
  filters: AccountFilters,
): Promise<AccountCounts['grid']> {
  const keys = [column('tier'), column('timing')];
  const rows = await engine.rows(
    select({
      columns: [...keys, named(count(), 'accounts')],
      from: relation,
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
  { engine }: Workspace,
  { relation }: CurrentScores,
  { filters, without, of }: { filters: AccountFilters; without: readonly FilterName[]; of: string },
): Promise<readonly CountedValue[]> {
  const rows = await engine.rows(
    select({
      columns: [named(column(of), 'value'), named(count(), 'accounts')],
      from: relation,
      where: filterExpr(filters, without),
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
