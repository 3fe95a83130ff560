import { z } from 'zod';
import { judge } from '../../../../app/judge.ts';
import { defineRoute } from '../../define-route.ts';
import { judgementSchema } from '../../schemas/index.ts';

const kind = z.enum([
  'should-count',
  'should-not-count',
  'easy-to-serve',
  'hard-to-serve',
  'saw-value-at-once',
  'renews-without-discussion',
  'agree',
  'disagree',
  'note',
]);

const said = {
  team: z.enum(['sales', 'support', 'product', 'marketing']),
  kind,
  reason: z.string().trim().min(1).max(2000),
};

/** `POST /judgements`: what a person says of an account or a pattern. */
export const postJudgement = defineRoute({
  method: 'post',
  path: '/judgements',
  operationId: 'postJudgement',
  summary:
    'Records what a person says of an account or a pattern; it stands beside the figures and changes none',
  tag: 'Customers',
  body: z.union([
    z.strictObject({ account: z.string(), ...said }),
    z.strictObject({ pattern: z.string(), ...said }),
  ]),
  response: judgementSchema,
  status: 201,
  handle: async ({ workspace, by, now }, { body }) =>
    judge(workspace, {
      account: 'account' in body ? body.account : null,
      pattern: 'pattern' in body ? body.pattern : null,
      team: body.team,
      kind: body.kind,
      reason: body.reason,
      by,
      on: now(),
    }),
});
