import { z } from 'zod';
import { takeBackJudgement } from '../../../../app/take-back-judgement.ts';
import { defineRoute } from '../../define-route.ts';
import { judgementSchema } from '../../schemas/index.ts';

/** `DELETE /judgements/{id}`: takes back what was said. */
export const deleteJudgement = defineRoute({
  method: 'delete',
  path: '/judgements/{id}',
  operationId: 'deleteJudgement',
  summary: 'Takes a judgement back; the trail keeps that it was said',
  tag: 'Customers',
  params: z.strictObject({ id: z.coerce.number().int() }),
  response: judgementSchema,
  handle: async ({ workspace, by, now }, { params }) =>
    takeBackJudgement(workspace, { id: params.id, by, on: now() }),
});
