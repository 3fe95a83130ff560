import { z } from 'zod';
import { checkPage as check } from '../../../../app/check-page.ts';
import { defineRoute } from '../../define-route.ts';
import { count, findingSchema, tierCounts } from './parts.ts';
import { profileSchema } from './profile-schema.ts';

const standing = z.strictObject({
  accounts: count,
  tiers: tierCounts,
  disqualified: count,
  outsideMarket: count,
  needsData: count,
  callToday: count,
});

const figures = z.strictObject({ auc: z.number().nullable(), logLoss: z.number() });

/** `POST /profile/check`: an edited page as it stands, nothing kept. */
export const checkPage = defineRoute({
  method: 'post',
  path: '/profile/check',
  operationId: 'checkProfile',
  summary:
    'The mistakes of an edited page, the tiers it gives and what its points do held out; keeps nothing',
  tag: 'Profile',
  body: z.strictObject({
    profile: profileSchema,
    base: z
      .strictObject({ name: z.string(), version: z.number().int() })
      .nullable()
      .describe('The version it was made from.'),
  }),
  response: z
    .strictObject({
      kind: z.literal('checked'),
      attainable: z.number(),
      findings: z.array(findingSchema),
      counts: z
        .strictObject({
          scored: z.enum(['prospects', 'customers']),
          before: standing.nullable(),
          after: standing,
        })
        .nullable(),
      heldOut: z.strictObject({ before: figures, after: figures }).nullable(),
      yaml: z.string(),
    })
    .meta({ id: 'CheckedPage' }),
  handle: async ({ workspace, asOf }, { body }) => check(workspace, { ...body, asOf: asOf() }),
});
