import { z } from 'zod';
import { disconnectSource } from '../../../../app/sync/index.ts';
import { defineRoute } from '../../define-route.ts';
import { connectionName } from './connection-name.ts';

/** `DELETE /connections/{name}`: forgets a connection. */
export const deleteConnection = defineRoute({
  method: 'delete',
  path: '/connections/{name}',
  operationId: 'deleteConnection',
  summary:
    'Forget a connection, its secrets and its history here; nothing is deleted in the CRM, and data that were imported stay',
  tag: 'Connections',
  params: connectionName,
  response: z
    .strictObject({ kind: z.literal('disconnected'), name: z.string() })
    .meta({ id: 'Disconnected' }),
  handle: async ({ workspace }, { params }) => disconnectSource(workspace, params.name),
});
