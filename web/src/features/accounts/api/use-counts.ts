import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getListCounts } from '../../../api/generated/sdk.gen.ts';
import type { AccountCounts } from '../../../api/generated/types.gen.ts';
import { ask } from '../../../shared/api/index.ts';
import type { Filters } from './filters-of.ts';
import { ofRun } from './of-run.ts';

/** The counts beside the list, once something was scored. */
export type Counts = Extract<AccountCounts, { kind: 'counts' }>;

/** How many accounts of each kind there are under the filters; those of the filters before while new ones are counted. */
export function useCounts(
  run: number,
  filters: Filters,
): { readonly counts: Counts | null; readonly isStale: boolean } {
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['list', 'counts', run, filters],
    queryFn: (context) => ofRun(context, run, () => ask(getListCounts({ query: filters }))),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { counts: data?.kind === 'counts' ? data : null, isStale: isPlaceholderData };
}
