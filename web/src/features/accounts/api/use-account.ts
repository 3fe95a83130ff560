import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { getAccount } from '../../../api/generated/sdk.gen.ts';
import { ask } from '../../../shared/api/index.ts';

/** After so long at rest an account is read ahead, in milliseconds. */
const restMs = 400;

function accountOf(id: string, run: number) {
  return queryOptions({
    queryKey: ['list', 'account', id, run],
    queryFn: () => ask(getAccount({ path: { id } })),
  });
}

/** All there is to see of one account; the one before stays while the next is read. */
export function useAccount(id: string, run: number) {
  return useQuery({ ...accountOf(id, run), placeholderData: keepPreviousData });
}

/** Reads an account ahead that is likely to be opened next; the first one also makes the server read what all of them need. */
export function useReadAhead(id: string | undefined, run: number): void {
  const client = useQueryClient();
  useEffect(() => {
    if (id === undefined) return;
    const timer = window.setTimeout(() => void client.prefetchQuery(accountOf(id, run)), restMs);
    return () => window.clearTimeout(timer);
  }, [client, id, run]);
}
