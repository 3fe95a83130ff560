import type { z } from 'zod';
import type { Job } from '../../../../edges/store/index.ts';
import type { DeepReadonly } from '../../types.ts';
import type { jobSchema } from './job-schema.ts';

/** A job without what only the machine needs to know. */
export function showJob(job: Job): DeepReadonly<z.infer<typeof jobSchema>> {
  const { id, kind, state, progress, result, error, createdAt, startedAt, endedAt } = job;
  return { id, kind, state, progress, result, error, createdAt, startedAt, endedAt };
}
