import { z } from 'zod';
import { conditionSchema, layerSchema } from '../../schemas/index.ts';

const counts = z.strictObject({ n: z.number(), of: z.number() });
const text = z.string().max(2000);
const points = z.number().int().min(-5).max(5);

const evidence = z
  .strictObject({
    snapshot: z.string(),
    best: counts,
    rest: counts,
    unknown: z.number(),
    lift: z.number(),
    interval: z.tuple([z.number(), z.number()]),
    pAdjusted: z.number(),
    verdict: z.enum(['supported', 'suggestive', 'none', 'confirmed']),
    needMore: z.number().nullable(),
  })
  .meta({ id: 'Evidence' });

const duration = z.strictObject({
  count: z.number().int().min(1),
  unit: z.enum(['days', 'weeks', 'months', 'years']),
});

const signalCondition = z.strictObject({
  op: z.literal('signal'),
  signal: z.strictObject({
    kind: z.string(),
    about: z.string().nullable(),
    within: duration.nullable(),
    minStrength: z.number().nullable(),
  }),
});

const fitLine = z
  .strictObject({
    layer: layerSchema,
    condition: conditionSchema,
    points,
    evidence: evidence.nullable(),
    note: text.nullable(),
  })
  .meta({ id: 'FitLine' });

const timingLine = z
  .strictObject({ condition: signalCondition, points, halfLife: duration, evidence: evidence.nullable() })
  .meta({ id: 'TimingLine' });

const figure = z
  .strictObject({
    role: text,
    titles: z.array(text),
    caresAbout: text.nullable(),
    angle: text.nullable(),
    channel: text.nullable(),
  })
  .meta({ id: 'CommitteeFigure' });

const budget = z.strictObject({
  min: z.number().nullable(),
  max: z.number().nullable(),
  currency: z.string().nullable(),
  per: z.enum(['year', 'month', 'once']),
});

const marketSize = z.strictObject({
  accounts: z.number(),
  times: z.number(),
  value: z.number(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
  currency: z.string().nullable(),
  source: z.string(),
});

/** The page itself, as it is stored, versioned and sent back when it was edited. */
export const profileSchema = z
  .strictObject({
    name: text,
    kind: z.enum(['company', 'person']),
    status: z.enum(['hypothesis', 'supported']).describe('Set by the product; what is sent is not kept.'),
    market: z.array(conditionSchema),
    fit: z.array(fitLine),
    timing: z.array(timingLine),
    anti: z.array(z.strictObject({ condition: conditionSchema, because: text })),
    evidenceOnly: z.array(
      z.strictObject({ layer: layerSchema, condition: conditionSchema, evidence, why: z.string() }),
    ),
    committee: z.array(figure),
    challenges: z.array(text),
    budget: budget.nullable(),
    marketSize: marketSize.nullable(),
    edge: text.nullable(),
    tiers: z.strictObject({ A: z.number().int(), B: z.number().int(), C: z.number().int() }),
    timingTiers: z.strictObject({ hot: z.number(), warm: z.number() }),
    queueBy: z.array(z.enum(['tier', 'timing'])),
    review: z.strictObject({ every: z.enum(['month', 'quarter', 'half-year', 'year']) }),
    questions: z.array(text),
  })
  .meta({ id: 'Profile' });
