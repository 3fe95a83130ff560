import { z } from 'zod';
import { measureBreadth } from '../../../../app/measure-breadth.ts';
import { defineRoute } from '../../define-route.ts';
import { count, nameQuery } from './parts.ts';

const point = {
  reach: z.strictObject({ n: count, of: count }),
  rate: z.strictObject({
    share: z.number(),
    interval: z.tuple([z.number(), z.number()]),
    by: z.enum(['search-corrected', 'wilson']),
    best: count,
    of: count,
  }),
};

const breadth = z
  .strictObject({
    version: z.number().int().describe('The version that was measured.'),
    capacity: count.describe('Accounts that the team can work in a year.'),
    now: z.strictObject(point),
    totals: z.array(z.strictObject({ total: z.number(), tier: z.enum(['A', 'B', 'C', 'D']), ...point })),
  })
  .meta({ id: 'PageBreadth' });

/** `GET /profile/breadth`: whom the page reaches, and how good they can be expected to be. */
export const getBreadth = defineRoute({
  method: 'get',
  path: '/profile/breadth',
  operationId: 'getProfileBreadth',
  summary:
    'Reach of the page in its market against the share of best to expect there, in all and at each total',
  tag: 'Profile',
  query: z.strictObject({ profile: nameQuery, version: z.coerce.number().int().min(1).optional() }),
  response: z
    .strictObject({
      kind: z.literal('breadth'),
      breadth: breadth.nullable().describe('Null without prospects, or customers to compare.'),
    })
    .meta({ id: 'MeasuredBreadth' }),
  handle: async ({ workspace, asOf }, { query }) =>
    measureBreadth(workspace, {
      profile: query.profile ?? null,
      version: query.version ?? null,
      asOf: asOf(),
    }),
});
