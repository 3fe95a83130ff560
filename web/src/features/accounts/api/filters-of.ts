import type { GetListAccountsData } from '../../../api/generated/types.gen.ts';
import type { AccountsSearch } from '../search.ts';

/** The filters as the API takes them. */
export type Filters = Omit<
  NonNullable<GetListAccountsData['query']>,
  'profile' | 'version' | 'sort' | 'direction' | 'offset' | 'limit'
>;

/** The filters of an address; unless others are asked for, the list is the queue: accounts that are ranked. */
export function filtersOf(search: AccountsSearch): Filters {
  const { q, tier, timing, play, standing = ['scored'], owner, country, industry, unsettled } = search;
  const lists = { tier, timing, play, standing, owner, country, industry };
  return {
    ...(q === undefined ? {} : { search: q }),
    ...Object.fromEntries(Object.entries(lists).filter(([, values]) => values !== undefined)),
    ...(unsettled === undefined ? {} : { needsData: 'true' as const }),
  };
}

/** Whether anything is filtered at all. */
export function isFiltered(search: AccountsSearch): boolean {
  const { q, tier, timing, play, standing, owner, country, industry, unsettled } = search;
  return [q, tier, timing, play, standing, owner, country, industry, unsettled].some(
    (value) => value !== undefined,
  );
}
