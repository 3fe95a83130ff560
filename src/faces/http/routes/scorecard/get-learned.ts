import { z } from 'zod';
import { lastLearned } from '../../../../app/scorecard/index.ts';
import { defineRoute } from '../../define-route.ts';
import { learnedSchema } from './learned-schema.ts';

const noneSchema = z.strictObject({ kind: z.literal('none') });

/** `GET /scorecard`: the card learned last on these data. */
export const getLearned = defineRoute({
  method: 'get',
  path: '/scorecard',
  operationId: 'getScorecard',
  summary: 'The card that was learned last on these data, and how it holds on units not seen',
  tag: 'Scorecard',
  response: z.discriminatedUnion('kind', [learnedSchema, noneSchema]),
  handle: async ({ workspace }) => (await lastLearned(workspace)) ?? { kind: 'none' as const },
});
