import { z } from 'zod';
import { replaceWeights } from '../../../../app/rank-value.ts';
import { defineRoute } from '../../define-route.ts';
import { weights } from './parts.ts';

/** `PUT /customers/weights`: the weights to keep. */
export const putWeights = defineRoute({
  method: 'put',
  path: '/customers/weights',
  operationId: 'putWeights',
  summary: 'Keeps exactly these weights; a component that is not among them has its default again',
  tag: 'Customers',
  body: z.strictObject({ weights }),
  response: z.strictObject({ before: weights, after: weights }).meta({ id: 'KeptWeights' }),
  handle: async ({ workspace, asOf }, { body }) => replaceWeights(workspace, body.weights, asOf()),
});
