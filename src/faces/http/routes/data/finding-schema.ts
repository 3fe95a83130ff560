import { z } from 'zod';
import { tableSchema } from '../../schemas/index.ts';
import { actionSchema } from './action-schema.ts';

const count = z.number().int().min(0);

/** One thing in the data that a person should look at, with what mends it. */
export const findingSchema = z
  .strictObject({
    kind: z.string().describe('What it is about: `unmatched`, `near-duplicates`.'),
    severity: z.enum(['high', 'medium', 'low']),
    table: tableSchema.nullable(),
    field: z.string().nullable(),
    source: z.string().nullable(),
    count,
    of: count,
    examples: z.array(z.string()),
    said: z
      .strictObject({
        code: z.string(),
        params: z.record(z.string(), z.unknown()),
        examples: z.array(z.record(z.string(), z.unknown())),
      })
      .describe('The message as a code and what it holds.'),
    message: z.string().describe('In English.'),
    fix: z.string().nullable().describe('The command that mends it.'),
    action: actionSchema.nullable(),
  })
  .meta({ id: 'QualityFinding' });
