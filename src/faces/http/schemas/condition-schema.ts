import { z } from 'zod';
import type { Condition } from '../../../base/expr/index.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const duration = z
  .strictObject({ count: z.number(), unit: z.enum(['days', 'weeks', 'months', 'years']) })
  .meta({ id: 'Duration' });

const tool = z.strictObject({
  technology: z.string().nullable(),
  category: z.string().nullable(),
  firstSeenWithin: duration.nullable(),
});

const signal = z.strictObject({
  kind: z.string(),
  about: z.string().nullable(),
  within: duration.nullable(),
  minStrength: z.number().nullable(),
});

/** A condition over an account, as the page has it. */
export const conditionSchema: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      z.strictObject({ op: z.enum(['any', 'none']), field: z.string(), values: z.array(scalar) }),
      z.strictObject({
        op: z.literal('window'),
        field: z.string(),
        low: z.number().nullable().describe('Inclusive; null is open.'),
        high: z.number().nullable(),
        currency: z.string().nullable(),
      }),
      z.strictObject({
        op: z.literal('age'),
        field: z.string(),
        min: duration.nullable(),
        max: duration.nullable(),
      }),
      z.strictObject({ op: z.literal('growth'), field: z.string(), min: z.number(), over: duration }),
      z.strictObject({ op: z.enum(['uses', 'lacks']), tool }),
      z.strictObject({ op: z.literal('signal'), signal }),
      z.strictObject({ op: z.literal('all'), conditions: z.array(conditionSchema) }),
    ]),
  )
  .meta({ id: 'Condition' }) as z.ZodType<Condition>;
