import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { cancelJob, startJob } from '../../api/generated/sdk.gen.ts';
import type { Job, NewJob } from '../../api/generated/types.gen.ts';
import { ask } from '../api/index.ts';
import { isOver, keepJob, useJobs } from './use-jobs.ts';

/** The newest job of a kind, and what can be done with it. It survives a reload: the server keeps it. */
export interface JobHandle {
  /** The newest job of the kind; null when there never was one. */
  readonly job: Job | null;
  readonly isRunning: boolean;
  readonly start: (asked: NewJob) => void;
  readonly cancel: () => void;
  /** Why it could not be asked for; the job's own error stands in the job. */
  readonly error: Error | null;
}

/**
 * Long work of one kind.
 *
 * @param onDone called once when a job that was seen running is done
 */
export function useJob(kind: NewJob['kind'] | 'import', onDone?: (job: Job) => void): JobHandle {
  const client = useQueryClient();
  const job = useJobs().find((candidate) => candidate.kind === kind) ?? null;
  const asked = useMutation({
    mutationFn: (body: NewJob) => ask(startJob({ body })),
    onSuccess: (started) => keepJob(client, started),
  });
  const seen = useRef<number | null>(null);
  useEffect(() => {
    if (job === null) return;
    if (!isOver(job)) seen.current = job.id;
    else if (seen.current === job.id) {
      seen.current = null;
      if (job.state === 'done') onDone?.(job);
    }
  }, [job, onDone]);
  return {
    job,
    isRunning: asked.isPending || (job !== null && !isOver(job)),
    start: (body) => asked.mutate(body),
    cancel: () => {
      if (job !== null) void ask(cancelJob({ path: { id: job.id } })).catch(() => undefined);
    },
    error: asked.error,
  };
}
