import { z } from 'zod';
import { explainKept } from '../../../../app/explain-pattern.ts';
import { defineRoute } from '../../define-route.ts';
import { heldSchema, judgementSchema } from '../../schemas/index.ts';
import { contrast, contrastQuery, count, unit } from './parts.ts';
import { patternSchema } from './pattern-schema.ts';

const member = z
  .strictObject({
    accountId: z.string().nullable(),
    dealId: z.string().nullable(),
    name: z.string().nullable(),
    on: z.string().nullable().describe('Start of the relation or creation of the deal.'),
    outcome: z.string(),
    rank: count.nullable(),
    value: z.number().nullable(),
    held: heldSchema,
    currency: z.string().nullable(),
    said: z.array(judgementSchema),
  })
  .meta({ id: 'PatternMember' });

const group = z.strictObject({ total: count, members: z.array(member) }).meta({ id: 'PatternGroup' });

const explained = z
  .strictObject({
    kind: z.literal('explained-pattern'),
    snapshot: z.string(),
    asOf: z.string(),
    contrast,
    unit,
    pattern: patternSchema,
    compared: count,
    groups: z.strictObject({
      bestWith: group,
      bestWithout: group,
      restWith: group,
      restWithout: group,
      unknown: group,
    }),
    judgements: z.array(judgementSchema),
    warnings: z.array(z.string()),
  })
  .meta({ id: 'ExplainedPattern' });

const nothingKept = z.strictObject({ kind: z.literal('nothing-kept'), snapshot: z.string() });

/** `GET /patterns/{id}`: who stands behind one pattern, for it and against it. */
export const getPattern = defineRoute({
  method: 'get',
  path: '/patterns/{id}',
  operationId: 'getPattern',
  summary: 'The customers behind one pattern of the newest discovery on these data and weights',
  tag: 'Patterns',
  params: z.strictObject({ id: z.string() }),
  query: z.strictObject({
    contrast: contrastQuery,
    top: z.coerce.number().int().min(1).max(500).default(50),
  }),
  response: z.union([explained, nothingKept]),
  handle: async ({ workspace, asOf, now }, { params, query }) =>
    explainKept(workspace, {
      pattern: params.id,
      contrast: query.contrast ?? null,
      top: query.top,
      asOf: asOf(),
      anyDay: true,
      last: null,
      seed: null,
      permutations: null,
      at: now(),
      onProgress: () => undefined,
    }),
});
