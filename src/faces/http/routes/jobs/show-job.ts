import { basename } from 'node:path';
import type { z } from 'zod';
import type { Job } from '../../../../edges/store/index.ts';
import type { DeepReadonly } from '../../types.ts';
import type { jobSchema } from './job-schema.ts';

/** A job without what only the machine needs to know. */
export function showJob(job: Job): DeepReadonly<z.infer<typeof jobSchema>> {
  const { id, kind, state, progress, result, error, createdAt, startedAt, endedAt } = job;
  const files = filesOf(job.request);
  const { connection = null } = job.request as { readonly connection?: string | null };
  return { id, kind, state, files, connection, progress, result, error, createdAt, startedAt, endedAt };
}

function filesOf(request: unknown): readonly string[] {
  const { paths = [], source = null } = request as {
    readonly paths?: readonly string[];
    readonly source?: string | null;
  };
  return source === null ? paths.map((path) => basename(path)) : [source];
}
