import { z } from 'zod';
import { valueBoard } from '../../../../app/value-board.ts';
import { defineRoute } from '../../define-route.ts';
import { boardSchema } from './board-schema.ts';
import { mostCustomers } from './get-customers.ts';
import { last, weights } from './parts.ts';

/** `POST /customers/weigh`: the ranking under other weights, which are not kept. */
export const weighCustomers = defineRoute({
  method: 'post',
  path: '/customers/weigh',
  operationId: 'weighCustomers',
  summary: 'The ranking under other weights without keeping them, and how the top third changes',
  tag: 'Customers',
  query: z.strictObject({ last }),
  body: z.strictObject({ weights }),
  response: boardSchema,
  handle: async ({ workspace, asOf }, { query, body }) =>
    valueBoard(workspace, {
      asOf: asOf(),
      last: query.last ?? null,
      weights: body.weights,
      most: mostCustomers,
    }),
});
