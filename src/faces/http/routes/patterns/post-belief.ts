import { z } from 'zod';
import { believePattern } from '../../../../app/believe-pattern.ts';
import { declareHypothesis } from '../../../../app/judge.ts';
import { readCondition } from '../../../../base/expr/index.ts';
import { defineRoute } from '../../define-route.ts';
import { conditionSchema } from '../../schemas/index.ts';
import { contrast } from './parts.ts';

/** `POST /beliefs`: a trait that a person believes in, to be tested by itself. */
export const postBelief = defineRoute({
  method: 'post',
  path: '/beliefs',
  operationId: 'postBelief',
  summary: 'Records a belief: tested in a family of its own, on all that no discovery had looked at',
  tag: 'Patterns',
  body: z.union([
    z.strictObject({
      condition: z
        .record(z.string(), z.unknown())
        .describe(
          'As a page writes it: `{field, any}`, `{field, min, max}`, `{uses}`, `{lacks}`, `{signal}`.',
        ),
    }),
    z.strictObject({ pattern: z.string().describe('Id of a pattern found.'), contrast: contrast.nullable() }),
  ]),
  response: z
    .strictObject({
      id: z.number().int(),
      condition: conditionSchema,
      saidBy: z.string(),
      saidOn: z.string(),
      afterDiscoveryOf: z.string().nullable(),
      seen: z.number().int().describe('Accounts that a discovery had already compared: they do not test it.'),
    })
    .meta({ id: 'SaidBelief' }),
  status: 201,
  handle: async ({ workspace, asOf, by, now }, { body }) => {
    const said = { by, on: now() };
    return 'pattern' in body
      ? believePattern(workspace, { ...body, ...said, asOf: asOf() })
      : declareHypothesis(workspace, { condition: readCondition(body.condition, 'condition'), ...said });
  },
});
