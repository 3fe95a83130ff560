import { z } from 'zod';
import { describeWorkspace } from '../../../../app/describe-workspace.ts';
import { defineRoute } from '../../define-route.ts';

const count = z.number().int().min(0);

const workspaceSchema = z
  .strictObject({
    kind: z.literal('workspace'),
    name: z.string().describe('The name of its folder.'),
    asOf: z.string().describe('The day on which questions are asked, `YYYY-MM-DD`.'),
    by: z.string().describe('In whose name this server writes.'),
    snapshot: z.string().nullable().describe('The data in force; null before the first import.'),
    rows: z.strictObject({ accounts: count, customers: count, deals: count }),
    sources: count.describe('How many files and systems the data came from.'),
    patterns: z
      .strictObject({ supported: count, suggestive: count })
      .nullable()
      .describe('Verdicts of the newest discovery on these data; null before one.'),
    profile: z
      .strictObject({
        name: z.string(),
        version: z.number().int(),
        published: z.boolean(),
        status: z.enum(['hypothesis', 'supported']),
        signed: z.array(z.string()).describe('The teams that signed it.'),
      })
      .nullable()
      .describe('The page to work with; null when there is none.'),
    scored: z
      .strictObject({
        scored: z.enum(['prospects', 'customers']),
        accounts: count,
        tiers: z.strictObject({ A: count, B: count, C: count, D: count }),
        callToday: count,
      })
      .nullable()
      .describe('The newest scoring on these data by that version of the page; null before one.'),
  })
  .meta({ id: 'Workspace' });

/** `GET /workspace`: what there is, so that the app knows what to offer. */
export const getWorkspace = defineRoute({
  method: 'get',
  path: '/workspace',
  operationId: 'getWorkspace',
  summary: 'What the workspace holds, on which day questions are asked, and in whose name',
  tag: 'Workspace',
  response: workspaceSchema,
  handle: async ({ workspace, path, asOf, by }) => describeWorkspace(workspace, { path, asOf: asOf(), by }),
});
