import { z } from 'zod';
import { conditionSchema, layerSchema } from '../../schemas/index.ts';

const count = z.number().int().min(0);
const interval = z
  .strictObject({ value: z.number(), low: z.number(), high: z.number() })
  .meta({ id: 'Interval' });

const beside = {
  n: count.describe('Units that were held out.'),
  positives: count,
  card: interval.describe('Area under the curve of the learned card.'),
  rubric: interval,
  single: interval.describe('Of the one best condition.'),
};

const share = z.strictObject({ positives: count, of: count });

/** The card that was learned last, and how it holds on units not seen. */
export const learnedSchema = z
  .strictObject({
    kind: z.literal('learned'),
    at: z.string(),
    snapshot: z.string(),
    asOf: z.string(),
    seed: z.number().int(),
    contrast: z.enum(['best-rest', 'won-lost', 'churned-kept', 'customers-market']),
    unit: z.enum(['customer', 'deal', 'account']),
    customers: z.strictObject({ n: count, best: count }),
    verdict: z.enum(['holds', 'cannot-tell', 'no-evidence']),
    folds: count,
    repeats: count,
    groupedBy: z.string().describe('What kept units together in one fold.'),
    lines: z.array(
      z.strictObject({
        label: z.string(),
        condition: conditionSchema,
        layer: layerSchema,
        subject: z.string(),
        points: z.number().int(),
        rubric: z.number().int().describe('Points that the rubric of the guides gives it.'),
        odds: z.number().describe('By how much the odds of the outcome change where it holds.'),
        searchable: z.boolean(),
        yes: share,
        no: share,
        unknown: count,
      }),
    ),
    tiers: z.strictObject({ A: z.number(), B: z.number(), C: z.number() }),
    searchable: z.boolean(),
    random: z.strictObject(beside).describe('Held out at random, in folds.'),
    forward: z
      .strictObject({ ...beside, trainedOn: count })
      .nullable()
      .describe('Learned from earlier units, tested on later ones.'),
    gain: interval.describe('Over the rubric, in area under the curve.'),
    chances: z.array(
      z.strictObject({
        total: z.number().int(),
        n: z.number(),
        rate: z.number(),
        low: z.number(),
        high: z.number(),
      }),
    ),
    saved: z.strictObject({ name: z.string(), version: z.number().int() }).nullable(),
  })
  .meta({ id: 'LearnedScorecard' });
