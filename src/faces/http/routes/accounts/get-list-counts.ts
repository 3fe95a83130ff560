import { z } from 'zod';
import { countAccounts } from '../../../../app/count-accounts.ts';
import { defineRoute } from '../../define-route.ts';
import { filterQuery, filtersFrom } from './filter-query.ts';
import { cardQuery, count, notScored, play, standing, tier, timing } from './parts.ts';
import { scoreRequestOf } from './score-request.ts';

const counted = <T extends z.ZodType>(value: T) =>
  z.array(z.strictObject({ value: value.nullable().describe('Null: not known.'), accounts: count }));

const countsSchema = z
  .union([
    notScored,
    z.strictObject({
      kind: z.literal('counts'),
      run: z.number().int(),
      matching: count.describe('Under all filters.'),
      needsData: count.describe('Of these, those whose tier depends on something unknown.'),
      grid: z
        .array(z.strictObject({ tier, timing, accounts: count }))
        .describe('Fit x timing, under all filters but those two.'),
      standings: counted(standing),
      plays: counted(play),
      owners: counted(z.string()),
      countries: counted(z.string()),
      industries: counted(z.string()),
    }),
  ])
  .meta({ id: 'AccountCounts' });

/** `GET /list/counts`: how many accounts of each kind there are, each kind counted under all other filters. */
export const getListCounts = defineRoute({
  method: 'get',
  path: '/list/counts',
  operationId: 'getListCounts',
  summary: 'How many accounts of each kind there are under the filters',
  tag: 'Accounts',
  query: z.strictObject({ ...cardQuery, ...filterQuery }),
  response: countsSchema,
  handle: async (context, { query }) =>
    countAccounts(context.workspace, { ...scoreRequestOf(context, query), filters: filtersFrom(query) }),
});
