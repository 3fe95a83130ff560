import { z } from 'zod';
import { reviseCard } from '../../../../app/revise-card.ts';
import { defineRoute } from '../../define-route.ts';
import { count, notScored, standingCounts, tier, tierCuts } from './parts.ts';
import { scoreRequestOf } from './score-request.ts';

const figures = z.strictObject({ auc: z.number().nullable(), logLoss: z.number() });

const revisedSchema = z
  .union([
    notScored,
    z.strictObject({
      kind: z.literal('revised'),
      profile: z.strictObject({ name: z.string(), version: z.number().int() }),
      before: z.strictObject(standingCounts),
      after: z.strictObject(standingCounts),
      moves: z.array(z.strictObject({ from: tier, to: tier, accounts: count })),
      moved: z
        .array(
          z.strictObject({ rank: count, id: z.string(), name: z.string().nullable(), from: tier, to: tier }),
        )
        .describe('The first ten that move.'),
      heldOut: z
        .strictObject({ before: figures, after: figures })
        .nullable()
        .describe('On data that the cards had not seen; null where the page was not validated.'),
      saved: z
        .strictObject({ version: z.number().int(), published: z.boolean(), changed: z.boolean() })
        .nullable(),
    }),
  ])
  .meta({ id: 'RevisedCard' });

const tiersAsked = tierCuts.refine(({ A, B, C }) => A > B && B > C, 'A must begin above B, and B above C');

/** `POST /list/card`: other points and tiers, tried or kept as a new version. */
export const reviseListCard = defineRoute({
  method: 'post',
  path: '/list/card',
  operationId: 'reviseListCard',
  summary: 'Tries other points and cut-offs on the list; keeps them as a new version when `save` is true',
  tag: 'Accounts',
  body: z.strictObject({
    profile: z.string().optional(),
    version: z.number().int().min(1).optional(),
    points: z.array(z.strictObject({ line: z.string(), points: z.number().int().min(-5).max(5) })),
    tiers: tiersAsked.nullable(),
    save: z.boolean(),
    why: z.string().max(500).nullable(),
  }),
  response: revisedSchema,
  handle: async (context, { body: { points, tiers, save, why, ...card } }) =>
    reviseCard(context.workspace, {
      ...scoreRequestOf(context, card),
      points,
      tiers,
      save,
      why,
      by: context.by,
    }),
});
