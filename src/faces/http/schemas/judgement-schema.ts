import { z } from 'zod';

/** What a person said of an account or a pattern. */
export const judgementSchema = z
  .strictObject({
    id: z.number().int(),
    accountId: z.string().nullable(),
    pattern: z.string().nullable(),
    team: z.string(),
    kind: z.string(),
    reason: z.string(),
    saidBy: z.string(),
    saidOn: z.string(),
  })
  .meta({ id: 'Judgement' });
