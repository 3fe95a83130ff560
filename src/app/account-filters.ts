import { and, boolean, call, column, eq, isIn, isNull, or, type SqlExpr, text } from '../base/sql/index.ts';
import type { Play } from '../stages/list/index.ts';
import type { Standing, Tier } from '../stages/scorecard/index.ts';
import type { TimingClass } from '../stages/signals/index.ts';

/** Which accounts of the list to show; an empty list, and null, ask nothing. Within one field any value will do. */
export interface AccountFilters {
  /** A part of the name, the domain or the id; case and accents do not matter. */
  readonly search: string | null;
  readonly standings: readonly Standing[];
  readonly tiers: readonly Tier[];
  readonly timings: readonly TimingClass[];
  readonly plays: readonly Play[];
  /** Null among the values stands for accounts of which it is not known. */
  readonly owners: readonly (string | null)[];
  readonly countries: readonly (string | null)[];
  readonly industries: readonly (string | null)[];
  /** Only accounts whose tier does (true) or does not (false) depend on something unknown. */
  readonly needsData: boolean | null;
}

/** What a filter can leave out of account, so that its own values can be counted. */
export type FilterName = keyof AccountFilters;

/** Filters that ask nothing. */
export const noFilters: AccountFilters = {
  search: null,
  standings: [],
  tiers: [],
  timings: [],
  plays: [],
  owners: [],
  countries: [],
  industries: [],
  needsData: null,
};

/** The filters as a condition on a stored list; null when they ask nothing. */
export function filterExpr(filters: AccountFilters, without: readonly FilterName[] = []): SqlExpr | null {
  const asked = (Object.keys(filters) as FilterName[]).filter((name) => !without.includes(name));
  const parts = asked.flatMap((name) => partOf(filters, name) ?? []);
  return parts.length === 0 ? null : and(parts);
}

const columnOf = {
  standings: 'standing',
  tiers: 'tier',
  timings: 'timing',
  plays: 'play',
  owners: 'owner',
  countries: 'country',
  industries: 'industry',
} as const satisfies Partial<Record<FilterName, string>>;

function partOf(filters: AccountFilters, name: FilterName): SqlExpr | null {
  if (name === 'search') return searched(filters.search);
  if (name === 'needsData')
    return filters.needsData === null ? null : eq(column('needs_data'), boolean(filters.needsData));
  const values: readonly (string | null)[] = filters[name];
  if (values.length === 0) return null;
  const known = values.filter((value) => value !== null);
  const of = column(columnOf[name]);
  const ways = [
    ...(known.length === 0 ? [] : [isIn(of, known)]),
    ...(values.includes(null) ? [isNull(of)] : []),
  ];
  return or(ways);
}

function searched(search: string | null): SqlExpr | null {
  const wanted = search?.trim() ?? '';
  if (wanted === '') return null;
  const part = call('fold', text(wanted));
  const has = (name: string) =>
    call('coalesce', call('contains', call('fold', column(name)), part), boolean(false));
  return or(['name', 'domain', 'account_id'].map(has));
}
