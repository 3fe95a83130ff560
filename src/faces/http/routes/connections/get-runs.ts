import { z } from 'zod';
import { listRuns } from '../../../../app/sync/index.ts';
import { defineRoute } from '../../define-route.ts';
import { connectionName } from './connection-name.ts';
import { runSchema } from './run-schema.ts';

/** `GET /connections/{name}/runs`: the history of a connection. */
export const getRuns = defineRoute({
  method: 'get',
  path: '/connections/{name}/runs',
  operationId: 'getConnectionRuns',
  summary: 'The history of a connection, newest first: when it read or wrote, how that ended, what it did',
  tag: 'Connections',
  params: connectionName,
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(500).default(50).meta({ type: 'integer' }),
  }),
  response: z.strictObject({ kind: z.literal('runs'), runs: z.array(runSchema) }).meta({ id: 'SyncRuns' }),
  handle: async ({ workspace }, { params, query }) => ({
    kind: 'runs' as const,
    runs: await listRuns(workspace, { connection: params.name, limit: query.limit }),
  }),
});
