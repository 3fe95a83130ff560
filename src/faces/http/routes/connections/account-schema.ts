import { z } from 'zod';
import { usageSchema } from '../../schemas/index.ts';

const count = z.number().int().min(0);

/** What a source said of itself when it was last asked. */
export const accountCheckSchema = z
  .strictObject({
    account: z.string(),
    currency: z.string().nullable(),
    streams: z.array(
      z.strictObject({
        stream: z.string(),
        readable: z.boolean(),
        writable: z.boolean(),
        missing: z.string().nullable().describe("What is missing, in the vendor's words."),
        records: count.nullable(),
      }),
    ),
    usage: usageSchema.nullable(),
  })
  .meta({ id: 'ConnectedAccount' });
