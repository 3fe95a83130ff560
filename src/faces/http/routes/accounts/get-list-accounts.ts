import { z } from 'zod';
import { accountSorts } from '../../../../app/account-order.ts';
import { pageAccounts } from '../../../../app/page-accounts.ts';
import { defineRoute } from '../../define-route.ts';
import { filterQuery, filtersFrom } from './filter-query.ts';
import { cardQuery, count, notScored, play, standing, tier, timing } from './parts.ts';
import { scoreRequestOf } from './score-request.ts';

const mostRows = 500;

const outcomes = z.string().describe('One letter a line, in its order: `y` yes, `n` no, `?` unknown.');
const text = z.string().nullable();

const rowSchema = z
  .strictObject({
    id: z.string(),
    name: text,
    domain: text,
    industry: text,
    country: text,
    owner: text,
    rank: count.nullable().describe('Place in the queue from 1 on; null when out of it.'),
    standing,
    fit: z.number(),
    fitMin: z.number().describe('The fit if every unknown turned out badly.'),
    fitMax: z.number().describe('The fit if every unknown turned out well.'),
    tier: tier.nullable(),
    needsData: z.boolean(),
    timing,
    timingPoints: z.number().nullable(),
    play,
    outcomes: z.strictObject({ market: outcomes, fit: outcomes, anti: outcomes, timing: outcomes }),
    decisive: z.array(count).describe('Places of the unknown fit lines that decide the tier.'),
    whyNow: z
      .strictObject({
        line: count.describe('Place among the timing lines.'),
        on: z.string(),
        daysAgo: z.number(),
        points: z.number().describe('What it is worth today.'),
        after: text.describe('Of a change between two dated imports, the day of the one before.'),
      })
      .nullable(),
    committee: z
      .strictObject({ found: z.array(count), missing: z.array(count) })
      .nullable()
      .describe('Places of the figures; null when no people were imported.'),
    bestContact: text,
    chance: z.number().nullable().describe('What the fit is worth, 0 to 1; null until validated.'),
  })
  .meta({ id: 'AccountRow' });

const pageSchema = z
  .union([
    notScored,
    z.strictObject({
      kind: z.literal('page'),
      run: z.number().int().describe('The scoring that the list comes from.'),
      offset: count,
      matching: count.describe('Accounts that fit the filters.'),
      accounts: z.array(rowSchema),
    }),
  ])
  .meta({ id: 'AccountPage' });

/** `GET /list/accounts`: any part of the list, under any filter, in any order. */
export const getListAccounts = defineRoute({
  method: 'get',
  path: '/list/accounts',
  operationId: 'getListAccounts',
  summary: 'A part of the ranked list, filtered and ordered',
  tag: 'Accounts',
  query: z.strictObject({
    ...cardQuery,
    ...filterQuery,
    sort: z.enum(accountSorts).default('rank'),
    direction: z.enum(['asc', 'desc']).default('asc'),
    offset: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(mostRows).default(100),
  }),
  response: pageSchema,
  handle: async (context, { query }) =>
    pageAccounts(context.workspace, {
      ...scoreRequestOf(context, query),
      filters: filtersFrom(query),
      order: { by: query.sort, direction: query.direction },
      offset: query.offset,
      limit: query.limit,
    }),
});
