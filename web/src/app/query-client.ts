import { QueryClient } from '@tanstack/react-query';
import { codeOf } from '../shared/api/index.ts';

/** Server state: kept half a minute, read anew when anything changes (see `useChanges`), retried only without an answer. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => codeOf(error) === 'http.no-answer' && failures < 4,
      retryDelay: (failures) => Math.min(400 * 2 ** failures, 4000),
    },
  },
});
