import { z } from 'zod';
import { jobProblemSchema, syncSummarySchema, writtenBackSchema } from '../jobs/index.ts';

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
      .union([syncSummarySchema.omit({ imported: true }), writtenBackSchema, z.unknown()])
      .describe('What a read or a write did, as stated here.'),
    error: jobProblemSchema.nullable(),
  })
  .meta({ id: 'SyncRun' });
