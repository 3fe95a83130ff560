import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cancelJob, startJob } from '../../api/generated/sdk.gen.ts';
import type { Job, NewJob } from '../../api/generated/types.gen.ts';
import { ask } from '../../shared/api/index.ts';
import { isOver, keepJob, useJobs } from '../../shared/jobs/index.ts';

/** The newest work of one kind on a connection, and what can be done. */
export interface Work {
  /** Null when there never was one, as far as the server still knows. */
  readonly job: Job | null;
  readonly isRunning: boolean;
  /** Whether any work on the connection runs or waits. */
  readonly isBusy: boolean;
  readonly start: (asked: NewJob) => void;
  readonly stop: () => void;
  /** Why it could not be asked for. */
  readonly error: Error | null;
}

/** Syncs, or write-backs, of one connection. */
export function useWork(kind: 'sync' | 'write-back', connection: string): Work {
  const client = useQueryClient();
  const own = useJobs().filter((job) => job.connection === connection);
  const job = own.find((each) => each.kind === kind) ?? null;
  const asked = useMutation({
    mutationFn: (body: NewJob) => ask(startJob({ body })),
    onSuccess: (started) => keepJob(client, started),
  });
  return {
    job,
    isRunning: asked.isPending || (job !== null && !isOver(job)),
    isBusy: asked.isPending || own.some((each) => !isOver(each)),
    start: (body) => asked.mutate(body),
    stop: () => {
      if (job !== null) void ask(cancelJob({ path: { id: job.id } })).catch(() => undefined);
    },
    error: asked.error,
  };
}
