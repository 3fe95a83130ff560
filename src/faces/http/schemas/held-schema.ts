import { z } from 'zod';

/** What is held of a field: a value, a set, the ends of a band; null is unknown. */
export const heldSchema = z
  .union([
    z.string(),
    z.number(),
    z.boolean(),
    z.array(z.string()),
    z.strictObject({ low: z.number().nullable(), high: z.number().nullable() }),
  ])
  .nullable()
  .meta({ id: 'Held' });
