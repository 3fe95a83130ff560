import { z } from 'zod';
import { showList } from '../../../../app/show-list.ts';
import { defineRoute } from '../../define-route.ts';
import { conditionSchema } from '../../schemas/index.ts';
import { cardQuery, count, rate, standingCounts, tierCuts, timingCuts } from './parts.ts';
import { scoreRequestOf } from './score-request.ts';

const line = {
  id: z.string().describe('Stable within a card: `fit-1`.'),
  label: z.string().describe('In English.'),
  subject: z.string().describe('What has to be found out when it is unknown, in English.'),
  condition: conditionSchema,
};

const listSchema = z
  .strictObject({
    kind: z.literal('list'),
    profile: z.strictObject({ name: z.string(), version: z.number().int(), published: z.boolean() }),
    snapshot: z.string(),
    asOf: z.string(),
    scored: z
      .enum(['prospects', 'customers'])
      .describe('`customers` when there is no prospect: then the list is a back-check.'),
    excluded: z.strictObject({ customers: count, 'open-deals': count, 'recently-lost': count }),
    scoring: z
      .strictObject({ ...standingCounts, run: z.number().int() })
      .nullable()
      .describe('The scoring with this page, these data and this day; null when there is none yet.'),
    lines: z.strictObject({
      market: z.array(z.strictObject(line)),
      fit: z.array(z.strictObject({ ...line, points: z.number() })),
      timing: z.array(
        z.strictObject({ ...line, points: z.number(), halfLifeDays: z.number(), event: z.string() }),
      ),
      anti: z.array(z.strictObject({ ...line, because: z.string() })),
    }),
    labels: z.record(z.string(), z.string()).describe("The user's own words for the fields of the lines."),
    tiers: tierCuts,
    timingTiers: timingCuts,
    queueBy: z.array(z.enum(['tier', 'timing'])),
    committee: z.array(z.string()).describe('Roles, in the order of the page.'),
    rates: z
      .array(rate.extend({ total: z.number(), n: z.number() }))
      .nullable()
      .describe('The rate to expect of each total; null until the card was validated.'),
  })
  .meta({ id: 'AccountList' });

/** `GET /list`: the card of the list, its lines, and how many accounts stand where. */
export const getList = defineRoute({
  method: 'get',
  path: '/list',
  operationId: 'getList',
  summary: 'The card of the ranked list, its lines, and how many accounts stand where',
  tag: 'Accounts',
  query: z.strictObject(cardQuery),
  response: listSchema,
  handle: async (context, { query }) => showList(context.workspace, scoreRequestOf(context, query)),
});
