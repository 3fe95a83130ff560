import { z } from 'zod';

const count = z.number().int().min(0);

/** What writing back would do, or did. */
export const writtenBackSchema = z
  .strictObject({
    kind: z.literal('write-back'),
    connection: z.string(),
    connector: z.string(),
    dryRun: z.boolean(),
    state: z
      .enum(['planned', 'done', 'paused'])
      .describe("`paused`: the day's budget is used up; the next one goes on with what is left."),
    fields: z.array(z.string()).describe('What a person chose to be written.'),
    missing: z
      .array(
        z.strictObject({
          field: z.string(),
          state: z.enum(['to-create', 'missing']),
          remedy: z.string().nullable().describe('In English.'),
        }),
      )
      .describe('Fields that are not in the CRM yet.'),
    accounts: z.strictObject({ scored: count, found: count, unchanged: count, changed: count }),
    written: count,
    failed: z.strictObject({
      total: count,
      first: z.array(
        z.strictObject({
          id: z.string(),
          name: z.string().nullable(),
          code: z.string(),
          message: z.string().describe("In the vendor's words."),
        }),
      ),
    }),
    left: count.describe('Records that are still to be written.'),
    budget: z.strictObject({
      unit: z.enum(['requests', 'tokens']),
      cost: z.number().min(0).describe('Of writing all that changed.'),
      used: z.number().min(0),
      limit: z.number().nullable(),
      share: z.number().min(0).max(1),
      days: count.nullable().describe('Days that it takes, today included.'),
      resetsAt: z.string().nullable(),
    }),
    first: z
      .array(
        z.strictObject({
          id: z.string(),
          name: z.string().nullable(),
          changes: z.array(
            z.strictObject({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
          ),
        }),
      )
      .describe('The first 20 records that differ.'),
  })
  .meta({ id: 'WrittenBack' });
