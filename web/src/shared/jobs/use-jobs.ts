import { type QueryClient, useQuery } from '@tanstack/react-query';
import { listJobs } from '../../api/generated/sdk.gen.ts';
import type { Job } from '../../api/generated/types.gen.ts';
import { ask } from '../api/index.ts';

const jobsKey = ['jobs'] as const;

/** All jobs that are still told of, newest first; kept up to date by the changes that the server sends. */
export function useJobs(): readonly Job[] {
  return useQuery({ queryKey: jobsKey, queryFn: async () => (await ask(listJobs())).jobs }).data ?? [];
}

/** Puts a job as the server told it into what the pages show. */
export function keepJob(client: QueryClient, job: Job): void {
  client.setQueryData<readonly Job[]>(jobsKey, (jobs = []) =>
    [job, ...jobs.filter(({ id }) => id !== job.id)].toSorted((one, two) => two.id - one.id),
  );
}

/** Whether a job is over. */
export function isOver({ state }: Job): boolean {
  return state !== 'queued' && state !== 'running';
}
