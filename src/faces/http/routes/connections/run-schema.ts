import { z } from 'zod';
import { jobProblemSchema, syncSummarySchema } from '../jobs/index.ts';

/** One run in the history of a connection. */
export const runSchema = z
  .strictObject({
    id: z.number().int(),
    kind: z.enum(['read', 'write']),
    state: z
      .enum(['running', 'done', 'paused', 'failed', 'interrupted'])
      .describe("`paused`: the day's budget is used up; the next run goes on."),
    startedAt: z.string(),
    endedAt: z.string().nullable(),
    result: z
      .union([syncSummarySchema.omit({ imported: true }), z.unknown()])
      .describe('What a read did, as stated here; what a write did.'),
    error: jobProblemSchema.nullable(),
  })
  .meta({ id: 'SyncRun' });
