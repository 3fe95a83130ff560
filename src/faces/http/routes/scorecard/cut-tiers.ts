import { z } from 'zod';
import { setTiers } from '../../../../app/set-tiers.ts';
import { defineRoute } from '../../define-route.ts';

const bodySchema = z
  .strictObject({
    ask: z
      .discriminatedUnion('by', [
        z.strictObject({
          by: z.literal('capacity'),
          unit: z.enum(['share', 'count']),
          wanted: z.array(z.number().min(0)).min(1).max(3).describe('For A, B and C.'),
        }),
        z.strictObject({
          by: z.literal('probability'),
          rates: z.array(z.number().min(0).max(1)).min(1).max(3),
        }),
        z.strictObject({ by: z.literal('points'), cuts: z.array(z.number()).min(1).max(3) }),
      ])
      .nullable(),
    save: z.boolean().default(false),
    why: z.string().nullable().default(null),
  })
  .meta({ id: 'TiersAsk' });

const count = z.number().int().min(0);
const cuts = z.strictObject({ A: z.number(), B: z.number(), C: z.number() });

const cutSchema = z
  .strictObject({
    cuts,
    accounts: z.strictObject({ A: count, B: count, C: count, D: count }),
  })
  .meta({ id: 'TierCuts' });

/** `POST /scorecard/tiers`: cut-offs by capacity, by promised rate or by points, tried or kept. */
export const cutTiers = defineRoute({
  method: 'post',
  path: '/scorecard/tiers',
  operationId: 'cutTiers',
  summary:
    'Tries cut-offs of the tiers by capacity, by rates to promise or by points; keeps them when `save` is true',
  tag: 'Scorecard',
  body: bodySchema,
  response: z.strictObject({
    before: cutSchema,
    after: cutSchema.nullable(),
    saved: z
      .strictObject({ version: z.number().int(), published: z.boolean(), changed: z.boolean() })
      .nullable(),
  }),
  handle: async ({ workspace, asOf, now, by }, { body }) => {
    const request = { profile: null, version: null, include: [], asOf: asOf(), at: now(), by };
    const { before, after, saved } = await setTiers(workspace, {
      ...request,
      ...body,
      onProgress: () => undefined,
    });
    const shown = (of: typeof before) => ({ cuts: of.cuts, accounts: of.counts.tiers });
    return { before: shown(before), after: after === null ? null : shown(after), saved };
  },
});
