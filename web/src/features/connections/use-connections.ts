import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  getConnection,
  getConnections,
  getConnectors,
  patchConnection,
} from '../../api/generated/sdk.gen.ts';
import type { ChangedConnection, ConnectionSummary } from '../../api/generated/types.gen.ts';
import { ask } from '../../shared/api/index.ts';
import { useJobs } from '../../shared/jobs/index.ts';

/** The address under which what is connected is kept. */
export const connectionsKey = ['connections'] as const;

/** Jobs whose beginning or end is news of a connection. */
const watchedJobs = 5;

/** What is connected; read again whenever anything changes, also when work on a connection begins or ends. */
export function useConnections() {
  const work = useJobs()
    .filter(({ connection }) => connection !== null)
    .slice(0, watchedJobs)
    .map(({ id, state }) => `${id} ${state}`);
  return useQuery({
    queryKey: [...connectionsKey, work],
    queryFn: () => ask(getConnections()),
    placeholderData: keepPreviousData,
  });
}

/** What can be connected. */
export function useConnectors() {
  return useQuery({ queryKey: ['connectors'], queryFn: () => ask(getConnectors()) });
}

/**
 * A connection with its fields and stages. Asking costs requests of the CRM, so it is asked again only when what it would
 * tell was changed here: by a sync or by a choice.
 */
export function useShown({ name, choices, runs }: ConnectionSummary) {
  const read = runs.find(({ kind, state }) => kind === 'read' && state === 'done')?.id ?? null;
  const { streams, fields, outcomes } = choices;
  return useQuery({
    queryKey: ['connection', name, read, streams, fields, outcomes],
    queryFn: () => ask(getConnection({ path: { name } })),
    staleTime: 'static',
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** Changes what a person set of a connection. */
export function useChange(name: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ChangedConnection) => ask(patchConnection({ path: { name }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: connectionsKey }),
  });
}
