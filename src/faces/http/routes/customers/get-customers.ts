import { z } from 'zod';
import { valueBoard } from '../../../../app/value-board.ts';
import { defineRoute } from '../../define-route.ts';
import { boardSchema } from './board-schema.ts';
import { last } from './parts.ts';

/** Customers that are sent to be weighed by whoever asks; of more, the first by value are. */
export const mostCustomers = 5_000;

/** `GET /customers`: the ranking with all that it is made of. */
export const getCustomers = defineRoute({
  method: 'get',
  path: '/customers',
  operationId: 'getCustomers',
  summary: 'The customers by value, with the percentiles that other weights can be tried on',
  tag: 'Customers',
  query: z.strictObject({ last }),
  response: boardSchema,
  handle: async ({ workspace, asOf }, { query }) =>
    valueBoard(workspace, { asOf: asOf(), last: query.last ?? null, weights: null, most: mostCustomers }),
});
