import { z } from 'zod';

const day = z.iso.date();
const whole = z.number().int();

const contrast = z.enum(['best-rest', 'won-lost', 'churned-kept', 'customers-market']);

const looking = {
  contrast: contrast.nullable().default(null),
  last: whole.min(1).nullable().default(null).describe('Only the customers who started last.'),
  since: day.nullable().default(null),
  until: day.nullable().default(null),
  seed: whole.min(0).nullable().default(null),
};

const discovering = {
  ...looking,
  permutations: whole.min(99).nullable().default(null),
  depth: z
    .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
    .nullable()
    .default(null),
  quality: z.enum(['wracc', 'lift', 'value']).nullable().default(null),
};

const connection = z.string().nullable().default(null).describe('Its name; null: the only one there is.');

const why = z.string().nullable().default(null).describe('Why, in the words of the person.');

/** What can be asked to be done as a job. */
export const newJobSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('sample') }),
    z.strictObject({ kind: z.literal('discover'), ...discovering }),
    z.strictObject({
      kind: z.literal('draft'),
      ...discovering,
      name: z.string().min(1).default('Our best customers'),
      of: z.enum(['company', 'person']).default('company'),
      publish: z.boolean().default(false),
      why,
    }),
    z.strictObject({
      kind: z.literal('score'),
      profile: z.string().nullable().default(null),
      version: whole.nullable().default(null),
      include: z.array(z.enum(['customers', 'open-deals', 'recently-lost'])).default([]),
    }),
    z.strictObject({
      kind: z.literal('learn'),
      ...looking,
      profile: z.string().nullable().default(null),
      most: whole.min(1).nullable().default(null),
      style: z.enum(['signed', 'guide']).default('signed'),
      keep: z.array(z.string()).default([]),
      forbid: z.array(z.string()).default([]),
      positive: z.array(z.string()).default([]),
      negative: z.array(z.string()).default([]),
      eachLayer: z.boolean().default(false),
      universe: z.number().min(0).max(1).nullable().default(null),
      save: whole.min(1).nullable().default(null),
      why,
    }),
    z.strictObject({
      kind: z.literal('compare'),
      contrasts: z.tuple([contrast, contrast]).default(['won-lost', 'best-rest']),
      last: looking.last,
      since: looking.since,
      until: looking.until,
      seed: looking.seed,
      profile: z.string().nullable().default(null),
    }),
    z.strictObject({
      kind: z.literal('sync'),
      connection,
      full: z.boolean().default(false).describe('Read everything again, not what changed alone.'),
      maps: z
        .array(z.strictObject({ column: z.string(), field: z.string(), file: z.string().optional() }))
        .default([])
        .describe('Corrections of where columns go: `table.field`, or `-` to leave out.'),
    }),
    z.strictObject({
      kind: z.literal('write-back'),
      connection,
      dryRun: z.boolean().default(true).describe('Show what would be written; write nothing.'),
    }),
  ])
  .meta({ id: 'NewJob' });

/** A checked request for a job. */
export type AskedJob = z.infer<typeof newJobSchema>;
