import { z } from 'zod';

const count = z.number().int().min(0);

/** What was used of a day's budget. */
export const usageSchema = z
  .strictObject({
    since: z.string().describe('From which it counts, ISO 8601.'),
    requests: count.describe('Sent by this workspace.'),
    used: z.number().min(0).describe('Used in all, others included where the vendor tells it.'),
    limit: z.number().nullable().describe('Null: the vendor does not tell, and nobody said the plan.'),
    unit: z.enum(['requests', 'tokens']),
    resetsAt: z.string().nullable(),
  })
  .meta({ id: 'ConnectionUsage' });
