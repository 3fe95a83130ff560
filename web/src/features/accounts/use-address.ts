import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { type Filters, filtersOf } from './api/filters-of.ts';
import type { ListAsk } from './api/use-rows.ts';
import type { ChangeSearch } from './filters/filter-bar.tsx';
import type { AccountsSearch, Sort } from './search.ts';

/** What of the page stands in the address, what follows from it, and how to change it. */
export interface Address {
  readonly search: AccountsSearch;
  readonly change: ChangeSearch;
  readonly filters: Filters;
  readonly ask: ListAsk;
  readonly sort: Sort;
  readonly desc: boolean;
  readonly onSort: (sort: Sort, desc: boolean) => void;
  /** The place of the row that the keys move from; null before any was chosen in this list. */
  readonly active: number | null;
  readonly onActive: (place: number) => void;
  /** The account whose drawer is open. */
  readonly open: string | null;
  readonly onOpen: (account: string) => void;
  readonly onClose: () => void;
}

/** Reads and writes the address of the list of a scoring. */
export function useAddress(run: number): Address {
  const search = useSearch({ from: '/accounts' });
  const navigate = useNavigate({ from: '/accounts' });
  const filters = useMemo(() => filtersOf(search), [search]);
  const sort = search.sort ?? 'rank';
  const desc = search.desc === true;
  const key = JSON.stringify([run, filters, sort, desc]);
  const [chosen, setChosen] = useState<{ readonly key: string; readonly place: number } | null>(null);
  const change = useCallback<ChangeSearch>(
    (some) =>
      void navigate({ search: (now) => known({ ...now, ...some }), replace: true, resetScroll: false }),
    [navigate],
  );
  const active = chosen?.key === key ? chosen.place : null;
  return useMemo(
    () => ({
      search,
      change,
      filters,
      ask: { run, filters, sort, desc },
      sort,
      desc,
      onSort: (by, down) => change({ sort: by === 'rank' ? undefined : by, desc: down ? true : undefined }),
      active,
      onActive: (place) => setChosen({ key, place }),
      open: search.account ?? null,
      onOpen: (account) => change({ account }),
      onClose: () => change({ account: undefined }),
    }),
    [search, change, filters, run, sort, desc, active, key],
  );
}

/** What asks nothing does not stand in the address. */
function known<T extends object>(search: T): T {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T;
}
