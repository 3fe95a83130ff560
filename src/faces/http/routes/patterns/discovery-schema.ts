import { z } from 'zod';
import { conditionSchema, judgementSchema } from '../../schemas/index.ts';
import { contrast, count, unit } from './parts.ts';
import { patternSchema } from './pattern-schema.ts';

const range = z.tuple([z.number(), z.number()]);
const bestOf = z.strictObject({ best: count, of: count });

const search = z.strictObject({
  method: z.enum(['exact', 'beam']),
  space: z.number(),
  combinations: count,
  depth: count,
  quality: z.enum(['wracc', 'lift', 'value']),
  fields: count,
  adjustedBy: z.string(),
  permutations: count,
  seed: z.number(),
});

const shares = z.strictObject({
  field: z.string(),
  label: z.string(),
  values: z.array(
    z.strictObject({
      value: z.string(),
      best: count,
      of: count,
      interval: range,
      direction: z.enum(['for', 'against']),
      pAdjusted: z.number(),
      verdict: z.enum(['supported', 'none']),
    }),
  ),
  unknown: bestOf.nullable(),
});

const cohorts = z.strictObject({
  z: z.number(),
  quarters: z.array(z.strictObject({ quarter: z.string(), best: count, of: count })),
});

const leak = z.strictObject({
  field: z.string(),
  label: z.string(),
  why: z.string(),
  kind: z.enum(['after-the-sale', 'missing-with-label', 'nearly-perfect', 'value-component']),
});

const belief = z.strictObject({
  condition: conditionSchema,
  label: z.string(),
  saidOn: z.string(),
  seen: count,
  unseen: count,
  known: count,
  holds: count,
  pattern: z.string().nullable().describe('Id of the pattern that tests it; null while the records cannot.'),
});

const next = z.strictObject({
  kind: z.enum([
    'when-known',
    'fill-in',
    'say-now',
    'later-customers',
    'more-customers',
    'which-of-two',
    'ask-people',
    'believe',
  ]),
  pattern: z.string().nullable(),
  condition: conditionSchema.nullable(),
  field: z.string().nullable(),
  needed: z.number().nullable(),
  other: z.string().nullable(),
  question: z.string(),
  answer: z.string(),
  commands: z.array(z.string()),
});

/** A kept discovery with what is open now. */
export const discoverySchema = z
  .strictObject({
    kind: z.literal('discovery'),
    snapshot: z.string(),
    asOf: z.string(),
    contrast,
    unit,
    customers: z.strictObject({ n: count, best: count }),
    search,
    patterns: z.array(patternSchema),
    questions: z.array(patternSchema),
    suggestive: z.strictObject({ found: count, fields: count, byChance: z.number() }),
    shares: z.array(shares),
    cohorts: cohorts.nullable(),
    leaks: z.array(leak),
    asks: z.array(z.strictObject({ field: z.string(), label: z.string(), why: z.string() })),
    warnings: z.array(z.string()),
    beliefs: z.array(belief),
    next: next.nullable().describe('The question that is settled soonest.'),
    expect: z.string().nullable(),
    at: z.string(),
    last: z.number().nullable(),
    stale: z.array(z.enum(['data', 'weights', 'day', 'beliefs'])),
    judgements: z.array(judgementSchema),
  })
  .meta({ id: 'KeptDiscovery' });

/** What is known of the patterns without looking for them anew. */
export const patternsSchema = z
  .strictObject({
    kind: z.literal('last-patterns'),
    snapshot: z.string(),
    asOf: z.string(),
    contrast,
    contrasts: z.array(
      z.strictObject({
        contrast,
        lacks: z
          .enum(['customers', 'won-and-lost-deals', 'ended-customers', 'prospects'])
          .nullable()
          .describe('What the data lack to compare these groups; null: nothing.'),
      }),
    ),
    discovery: discoverySchema.nullable(),
    unseen: z.boolean().describe('No discovery has looked at these data.'),
    hypotheses: z.array(
      z.strictObject({
        id: z.number().int(),
        condition: conditionSchema,
        saidBy: z.string(),
        saidOn: z.string(),
        afterDiscoveryOf: z.string().nullable(),
        label: z.string(),
      }),
    ),
  })
  .meta({ id: 'LastPatterns' });
