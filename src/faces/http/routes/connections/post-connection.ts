import { z } from 'zod';
import { connectSource } from '../../../../app/sync/index.ts';
import { defineRoute } from '../../define-route.ts';
import { accountCheckSchema } from './account-schema.ts';
import { secretsSchema } from './secrets-schema.ts';

const named = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u;

/** `POST /connections`: connects a CRM. */
export const postConnection = defineRoute({
  method: 'post',
  path: '/connections',
  operationId: 'postConnection',
  summary: 'Connect a CRM: it is asked whether the secrets are right; they are kept sealed and never told',
  tag: 'Connections',
  status: 201,
  body: z
    .strictObject({
      connector: z.string(),
      name: z.string().regex(named).nullable().default(null).describe("The connector's name when null."),
      origin: z.string().min(1).nullable().default(null).describe('Where its API is: `https://` and a host.'),
      privateOrigin: z.boolean().default(false).describe('The address may be one of a private network.'),
      options: z.record(z.string(), z.string()).default({}),
      secrets: secretsSchema.default({}),
    })
    .meta({ id: 'NewConnection' }),
  response: z
    .strictObject({
      kind: z.literal('connected'),
      name: z.string(),
      connector: z.string(),
      account: accountCheckSchema,
      secrets: z.enum(['kept', 'environment', 'none']),
    })
    .meta({ id: 'Connected' }),
  handle: async ({ workspace, now }, { body }) => connectSource(workspace, { ...body, at: now() }),
});
