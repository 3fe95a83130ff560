import { z } from 'zod';
import { openPage } from '../../../../app/open-page.ts';
import { defineRoute } from '../../define-route.ts';
import { count, findingSchema, messageSchema, nameQuery, tierCounts, versionHead } from './parts.ts';
import { profileSchema } from './profile-schema.ts';

const page = z
  .strictObject({
    kind: z.literal('profile'),
    asOf: z.string(),
    name: z.string(),
    ...versionHead,
    newest: z.number().int(),
    names: z.array(z.string()),
    profile: profileSchema,
    attainable: z.number(),
    questions: z.array(z.strictObject({ text: z.string(), said: messageSchema.nullable() })),
    findings: z.array(findingSchema),
    counts: z
      .strictObject({
        scored: z.enum(['prospects', 'customers']),
        accounts: count,
        tiers: tierCounts,
        disqualified: count,
        outsideMarket: count,
      })
      .nullable()
      .describe('Null until this version was scored on the current data.'),
    labels: z.record(z.string(), z.string()).describe('What fields are called.'),
    yaml: z.string(),
  })
  .meta({ id: 'OpenedPage' });

/** `GET /profile`: a version of the page with all that stands beside it. */
export const getProfile = defineRoute({
  method: 'get',
  path: '/profile',
  operationId: 'getProfile',
  summary: 'A version of the page with its evidence, its mistakes, whom it reaches, and its document',
  tag: 'Profile',
  query: z.strictObject({
    profile: nameQuery,
    version: z.coerce.number().int().min(1).optional().describe('Left out, the newest.'),
  }),
  response: page,
  handle: async ({ workspace, asOf }, { query }) =>
    openPage(workspace, { profile: query.profile ?? null, version: query.version ?? null, asOf: asOf() }),
});
