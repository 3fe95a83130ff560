import { z } from 'zod';
import type { FieldDecision } from '../../../../app/set-field.ts';
import { absenceSchema } from './absence-schema.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** What a person decides about one field; what is left out stays as it is. */
export const decisionSchema = z
  .strictObject({
    known: z
      .enum(['before', 'after'])
      .optional()
      .describe('When its values become known: the sale parts them.'),
    layer: z
      .enum([
        'firmographic',
        'technographic',
        'behavioural',
        'committee',
        'demographic',
        'psychographic',
        'geographic',
        'outcome',
      ])
      .optional(),
    label: z.string().optional(),
    currency: z.string().optional().describe('Of sums that carry none, as its code.'),
    merge: z
      .array(z.strictObject({ from: z.string(), to: z.string() }))
      .optional()
      .describe('Spellings to be written as others; an empty `to` makes the value unknown.'),
    between: z
      .strictObject({ low: scalar.nullable(), high: scalar.nullable() })
      .optional()
      .describe('Values that can be right; all others are unknown.'),
    unknown: z.array(scalar).optional().describe('Values that stand for nothing.'),
    times: z.number().optional(),
    source: z.string().optional().describe('The one file that is meant.'),
    absent: z.array(z.strictObject({ file: z.string().nullable(), value: absenceSchema })).optional(),
    from: z.array(z.string()).optional().describe('The sources to trust, most first.'),
    one: z.array(z.string()).optional().describe('Accounts that share one of these are one.'),
    apart: z.array(z.string()).optional(),
    signals: z.boolean().optional(),
  })
  .meta({ id: 'FieldDecision' });

/** The decision as the use case takes it: nothing stands where nothing was said. */
export function decisionOf(given: z.infer<typeof decisionSchema>): FieldDecision {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
