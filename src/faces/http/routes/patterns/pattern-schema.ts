import { z } from 'zod';
import { conditionSchema, layerSchema } from '../../schemas/index.ts';
import { of } from './parts.ts';

const range = z.tuple([z.number(), z.number()]);
const doubtKind = z.enum(['explained', 'not-told-apart']);

const doubt = z.strictObject({
  kind: doubtKind,
  by: z.string().nullable().describe('Id of the other pattern; null is the quarter of the start.'),
  z: z.number(),
  zGiven: z.number(),
  p: z.number(),
  otherZGiven: z.number(),
});

const part = z.strictObject({ id: z.string(), field: z.string(), label: z.string(), zOutside: z.number() });

/** Evidence for one pattern; every share comes with its count. */
export const patternSchema = z
  .strictObject({
    id: z.string(),
    direction: z.enum(['for', 'against']),
    layer: layerSchema,
    field: z.string(),
    label: z.string(),
    conditions: z.array(conditionSchema).describe('All of them hold.'),
    best: of,
    rest: of,
    unknown: z.number().int(),
    measure: z.string(),
    lift: z.number(),
    interval: range.describe('Selection-corrected 90% interval of the lift.'),
    pField: z.number(),
    pAdjusted: z.number(),
    stability: z.number().nullable(),
    verdict: z.enum(['supported', 'suggestive', 'none']),
    needMore: z
      .number()
      .int()
      .nullable()
      .describe('Further customers that would settle it; null: not in reach.'),
    declared: z.boolean(),
    searchable: z.boolean().nullable(),
    adds: z.number().nullable(),
    parts: z.array(part),
    explainedBy: z.string().nullable(),
    cohort: doubtKind.nullable(),
    doubts: z.array(doubt),
    reach: z.number().nullable(),
  })
  .meta({ id: 'Pattern' });
