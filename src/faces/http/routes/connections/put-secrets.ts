import { z } from 'zod';
import { renewSecrets } from '../../../../app/sync/index.ts';
import { defineRoute } from '../../define-route.ts';
import { accountCheckSchema } from './account-schema.ts';
import { connectionName } from './connection-name.ts';
import { secretsSchema } from './secrets-schema.ts';

/** `PUT /connections/{name}/secrets`: gives a connection new secrets. */
export const putSecrets = defineRoute({
  method: 'put',
  path: '/connections/{name}/secrets',
  operationId: 'putConnectionSecrets',
  summary: 'Give a connection new secrets in place of all that were kept; refused ones change nothing',
  tag: 'Connections',
  params: connectionName,
  body: z.strictObject({ secrets: secretsSchema }).meta({ id: 'NewSecrets' }),
  response: z
    .strictObject({ kind: z.literal('renewed'), name: z.string(), account: accountCheckSchema })
    .meta({ id: 'RenewedSecrets' }),
  handle: async ({ workspace }, { params, body }) => ({
    kind: 'renewed' as const,
    name: params.name,
    account: await renewSecrets(workspace, { connection: params.name, secrets: body.secrets }),
  }),
});
