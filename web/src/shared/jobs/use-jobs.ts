import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { listJobs } from '../../api/generated/sdk.gen.ts';
import type { Job } from '../../api/generated/types.gen.ts';
import { ask } from '../api/index.ts';

const jobsKey = ['jobs'] as const;

/** All jobs that are still told of, newest first; kept up to date by the changes that the server sends. */
export function useJobs(): readonly Job[] {
  const client = useQueryClient();
  const read = async () => {
    const { jobs } = await ask(listJobs());
    return jobs.map((job) => newer(client, job));
  };
  return useQuery({ queryKey: jobsKey, queryFn: read }).data ?? [];
}

/** Puts a job as the server told it into what the pages show. */
export function keepJob(client: QueryClient, job: Job): void {
  client.setQueryData<readonly Job[]>(jobsKey, (jobs = []) =>
    [newer(client, job), ...jobs.filter(({ id }) => id !== job.id)].toSorted((one, two) => two.id - one.id),
  );
}

/** What is over stays over, whichever of two answers arrives last. */
function newer(client: QueryClient, job: Job): Job {
  const known = client.getQueryData<readonly Job[]>(jobsKey)?.find(({ id }) => id === job.id);
  return known !== undefined && isOver(known) ? known : job;
}

/** Whether a job is over. */
export function isOver({ state }: Job): boolean {
  return state !== 'queued' && state !== 'running';
}
