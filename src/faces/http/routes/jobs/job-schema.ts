import { basename } from 'node:path';
import { z } from 'zod';
import type { Job } from '../../../../edges/store/index.ts';
import { importSummarySchema, previewSchema } from './result-schemas.ts';

const moment = z.string().nullable().describe('ISO 8601.');

const otherResult = z.looseObject({ kind: z.string() }).meta({ id: 'OtherResult' });

/** A job as the API tells it. */
export const jobSchema = z
  .strictObject({
    id: z.number().int(),
    kind: z
      .string()
      .describe('`preview`, `import`, `retry`, `discover`, `draft`, `score`, `learn`, `sample`.'),
    state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled', 'interrupted']),
    files: z.array(z.string()).describe('Names of the files that it reads.'),
    progress: z
      .strictObject({
        step: z.string().describe('A code: `parsing`, `searching`.'),
        subject: z.string().nullable().describe('A file, or a unit such as `customer`.'),
        count: z.number().nullable(),
        share: z.number().min(0).max(1).nullable().describe('How much of the step is done.'),
      })
      .nullable(),
    result: z
      .union([previewSchema, importSummarySchema, otherResult])
      .nullable()
      .describe('What came of it, by its own `kind`; null until it is done.'),
    error: z
      .strictObject({
        code: z.string(),
        params: z.record(z.string(), z.unknown()),
        message: z.string().describe('In English.'),
        remedy: z.string().describe('In English.'),
      })
      .nullable(),
    createdAt: z.string().describe('ISO 8601.'),
    startedAt: moment,
    endedAt: moment,
  })
  .meta({ id: 'Job' });

/** The job as the API tells it: paths and processes stay here. */
export function jobDocument(job: Job): z.infer<typeof jobSchema> {
  const { id, kind, state, progress, error, createdAt, startedAt, endedAt } = job;
  return {
    id,
    kind,
    state,
    files: filesOf(job.request),
    progress,
    result: job.result as z.infer<typeof jobSchema>['result'],
    error: error && { ...error, params: { ...(error.params as Record<string, unknown>) } },
    createdAt,
    startedAt,
    endedAt,
  };
}

function filesOf(request: unknown): string[] {
  const { paths = [], source = null } = request as {
    readonly paths?: readonly string[];
    readonly source?: string | null;
  };
  return source === null ? paths.map((path) => basename(path)) : [source];
}
