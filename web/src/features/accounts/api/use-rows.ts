import { useQueries } from '@tanstack/react-query';
import { getListAccounts } from '../../../api/generated/sdk.gen.ts';
import type { AccountPage, AccountRow } from '../../../api/generated/types.gen.ts';
import { ask } from '../../../shared/api/index.ts';
import type { Sort } from '../search.ts';
import type { Filters } from './filters-of.ts';
import { ofRun } from './of-run.ts';

/** Rows that are asked for at once. */
export const pageSize = 100;

/** Which list is shown. */
export interface ListAsk {
  readonly run: number;
  readonly filters: Filters;
  readonly sort: Sort;
  readonly desc: boolean;
}

/** The rows that are there, by their place in the list from 0 on. */
export interface Rows {
  readonly at: (place: number) => AccountRow | undefined;
  readonly error: unknown;
}

/**
 * Reads the pages that hold the rows from `first` to `last`; a scoring never changes, so none is read twice. While another
 * list is read the rows of the one before stay, so that nothing blinks.
 */
export function useRows(
  { run, filters, sort, desc }: ListAsk,
  { first, last }: { readonly first: number; readonly last: number },
): Rows {
  const pages = pagesOf(first, last);
  const results = useQueries({
    queries: pages.map((page) => ({
      queryKey: ['list', 'rows', run, filters, sort, desc, page],
      queryFn: (context) =>
        ofRun(context, run, () => ask(getListAccounts({ query: queryOf({ filters, sort, desc }, page) }))),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 120_000,
      placeholderData: (
        before: AccountPage | undefined,
        query: { queryKey: readonly unknown[] } | undefined,
      ) => (query?.queryKey.at(-1) === page ? before : undefined),
    })),
  });
  const byPage = new Map(
    pages.map((page, i) => {
      const data = results[i]?.data;
      return [page, data?.kind === 'page' ? data.accounts : null] as const;
    }),
  );
  return {
    at: (place) => byPage.get(Math.floor(place / pageSize))?.[place % pageSize],
    error: results.find((result) => result.error !== null)?.error ?? null,
  };
}

/** The query of one page of the list. */
export function queryOf({ filters, sort, desc }: Omit<ListAsk, 'run'>, page: number) {
  const direction = desc ? ('desc' as const) : ('asc' as const);
  return { ...filters, sort, direction, offset: page * pageSize, limit: pageSize };
}

/** Windows span one page or two; more only where rows are very low. */
function pagesOf(first: number, last: number): readonly number[] {
  const from = Math.floor(Math.max(first, 0) / pageSize);
  const to = Math.floor(Math.max(last, 0) / pageSize);
  return Array.from({ length: Math.min(to - from + 1, 4) }, (_, i) => from + i);
}
