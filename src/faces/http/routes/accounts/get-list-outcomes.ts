import { z } from 'zod';
import { listOutcomes } from '../../../../app/list-outcomes.ts';
import { defineRoute } from '../../define-route.ts';
import { cardQuery, count, notScored, timing } from './parts.ts';
import { scoreRequestOf } from './score-request.ts';

const outcomesSchema = z
  .union([
    notScored,
    z.strictObject({
      kind: z.literal('outcomes'),
      run: z.number().int(),
      vectors: z.strictObject({
        kind: z.literal('outcome-vectors'),
        version: z.literal(1),
        lines: count.describe('Fit lines, each a base-3 digit of every code: 0 no, 1 unknown, 2 yes.'),
        outsideMarket: count,
        groups: z.array(
          z.strictObject({
            standing: z.enum(['scored', 'disqualified']),
            timing,
            codes: z.array(z.number()),
            accounts: z.array(z.number()).describe('How many accounts have each of these codes.'),
          }),
        ),
      }),
    }),
  ])
  .meta({ id: 'AccountOutcomes' });

/** `GET /list/outcomes`: all that other points and tiers need, however many accounts there are. */
export const getListOutcomes = defineRoute({
  method: 'get',
  path: '/list/outcomes',
  operationId: 'getListOutcomes',
  summary: 'The counted outcomes of the fit lines, from which other points and tiers are told at once',
  tag: 'Accounts',
  query: z.strictObject(cardQuery),
  response: outcomesSchema,
  handle: async (context, { query }) => listOutcomes(context.workspace, scoreRequestOf(context, query)),
});
