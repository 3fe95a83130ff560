import { showConnection } from '../../../../app/sync/index.ts';
import { defineRoute } from '../../define-route.ts';
import { connectionName } from './connection-name.ts';
import { shownConnectionSchema } from './connection-schema.ts';

/** `GET /connections/{name}`: a connection with its fields and stages. */
export const getConnection = defineRoute({
  method: 'get',
  path: '/connections/{name}',
  operationId: 'getConnection',
  summary: 'One connection with its fields, stages and where deals drop out; asks the CRM (a few requests)',
  tag: 'Connections',
  params: connectionName,
  response: shownConnectionSchema,
  handle: async ({ workspace }, { params }) => showConnection(workspace, params.name),
});
