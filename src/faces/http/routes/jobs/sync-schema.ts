import { z } from 'zod';
import { usageSchema } from '../../schemas/index.ts';
import { importSummarySchema } from './result-schemas.ts';

const count = z.number().int().min(0);

/** What a sync did. */
export const syncSummarySchema = z
  .strictObject({
    kind: z.literal('sync'),
    connection: z.string(),
    connector: z.string(),
    state: z.enum(['done', 'paused']),
    resumed: z.boolean().describe('It went on from a run that did not end.'),
    streams: z.array(
      z.strictObject({
        stream: z.string(),
        mode: z.enum(['full', 'incremental']),
        pages: count,
        received: count.describe('Records that came, repeats included.'),
        added: count,
        changed: count,
        merged: count,
        deleted: count,
        records: count.describe('Records that are there now.'),
      }),
    ),
    requests: count,
    waited: z.number().min(0).describe('Seconds that it waited for limits.'),
    usage: usageSchema,
    pause: z.strictObject({ message: z.string(), resetsAt: z.string().nullable() }).nullable(),
    imported: importSummarySchema.nullable().describe('Null when the data are as they were.'),
  })
  .meta({ id: 'SyncSummary' });
