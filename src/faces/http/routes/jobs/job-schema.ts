import { z } from 'zod';
import { importSummarySchema, jobProblemSchema, previewSchema } from './result-schemas.ts';
import { syncSummarySchema } from './sync-schema.ts';
import { writtenBackSchema } from './written-back-schema.ts';

const moment = z.string().nullable().describe('ISO 8601.');

/** One piece of long work, as the API shows it. */
export const jobSchema = z
  .strictObject({
    id: z.number().int(),
    kind: z
      .string()
      .describe(
        '`preview`, `import`, `retry`, `discover`, `draft`, `score`, `learn`, `sample`, `sync` or `write-back`.',
      ),
    state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled', 'interrupted']),
    progress: z
      .strictObject({
        step: z.string().describe('A code: each face has its own words for it.'),
        subject: z.string().nullable(),
        count: z.number().nullable(),
        share: z.number().min(0).max(1).nullable().describe('How much of the step is done.'),
      })
      .nullable(),
    files: z.array(z.string()).describe('Names of the files that it reads.'),
    connection: z.string().nullable().describe('The connection that it works on, where one was named.'),
    result: z
      .union([previewSchema, importSummarySchema, syncSummarySchema, writtenBackSchema, z.unknown()])
      .describe(
        'What it came to, when it is done; what brings in, looks, syncs and writes back as stated here.',
      ),
    error: jobProblemSchema.nullable(),
    createdAt: z.string(),
    startedAt: moment,
    endedAt: moment,
  })
  .meta({ id: 'Job' });
