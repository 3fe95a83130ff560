import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getAccount } from '../../../api/generated/sdk.gen.ts';
import { ask } from '../../../shared/api/index.ts';

/** All there is to see of one account; the one before stays while the next is read. */
export function useAccount(id: string, run: number) {
  return useQuery({
    queryKey: ['list', 'account', id, run],
    queryFn: () => ask(getAccount({ path: { id } })),
    placeholderData: keepPreviousData,
  });
}
